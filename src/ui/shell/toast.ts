import { createStore } from 'zustand/vanilla'

/** Whether anything has been said yet, so that the library for it is wanted. */
export const toastsWanted = createStore<{ readonly wanted: boolean }>()(() => ({ wanted: false }))

/** Says something in passing, such as why a connection was refused; never the only place where it can be read. */
export async function say(message: string, tone: 'plain' | 'error' = 'plain'): Promise<void> {
  toastsWanted.setState({ wanted: true })
  const { toast } = await import('sonner')
  if (tone === 'error') toast.error(message)
  else toast(message)
}
