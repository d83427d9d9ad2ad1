/** The outcome of reading arguments or files: a value, or the sentence that says why there is none. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | Fault

export interface Fault {
  readonly ok: false
  readonly message: string
}

export function done<T>(value: T): Attempt<T> {
  return { ok: true, value }
}

export function fault(message: string): Fault {
  return { ok: false, message }
}
