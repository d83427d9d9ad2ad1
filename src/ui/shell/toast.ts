import { createStore } from 'zustand/vanilla'

/** Whether anything has been said yet, so that the library for it is wanted. */
export const toastsWanted = createStore<{ readonly wanted: boolean }>()(() => ({ wanted: false }))

/** What can be done about something said; it then stays longer. */
export interface ToastAction {
  readonly label: string
  readonly onClick: () => void
}

const WITH_ACTION_MS = 12_000

/** Says something in passing, such as why a connection was refused; never the only place where it can be read. */
export async function say(
  message: string,
  tone: 'plain' | 'error' = 'plain',
  action?: ToastAction,
): Promise<void> {
  toastsWanted.setState({ wanted: true })
  const { toast } = await import('sonner')
  const options = action === undefined ? {} : { action, duration: WITH_ACTION_MS }
  if (tone === 'error') toast.error(message, options)
  else toast(message, options)
}
