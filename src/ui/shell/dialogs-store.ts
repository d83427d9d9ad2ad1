import { create } from 'zustand'

/** The dialogs that a command can open; one at a time. */
export type DialogName = 'examples' | 'recent' | 'export' | 'share' | 'about' | 'shortcuts' | 'map'

interface Dialogs {
  readonly open: DialogName | null
  readonly show: (name: DialogName | null) => void
}

export const useDialogs = create<Dialogs>()((set) => ({ open: null, show: (open) => set({ open }) }))
