import type { Policy } from '../policy'

/** An edit that cannot be made, with a sentence for the user that says why. */
export interface Refusal {
  readonly ok: false
  readonly reason: string
}

/** An edit that was made: the policy after it, and whatever else its caller wants to know. */
export type Done<Extra = unknown> = { readonly ok: true; readonly policy: Policy } & Extra

export type Edited<Extra = unknown> = Done<Extra> | Refusal

export function refuse(reason: string): Refusal {
  return { ok: false, reason }
}
