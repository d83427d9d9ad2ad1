import { create } from 'zustand'

const useFolds = create<ReadonlyMap<string, boolean>>()(() => new Map())

/** Whether something that folds is open, by its name: as it was left, wherever one has been meanwhile. */
export function useFold(
  name: string,
  startsOpen = false,
): { readonly open: boolean; readonly setOpen: (open: boolean) => void } {
  const open = useFolds((folds) => folds.get(name) ?? startsOpen)
  return { open, setOpen: (next) => useFolds.setState((folds) => new Map(folds).set(name, next), true) }
}
