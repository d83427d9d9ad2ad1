import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** Where words over the map stand above each other; null until it is there. Its parent is the stage of the map. */
export const NotesContext = createContext<HTMLElement | null>(null)

/** Words over the map, in their turn among all such words; their class says which (`notes.module.css`). */
export function MapNote({ children }: { readonly children: ReactNode }) {
  const notes = useContext(NotesContext)
  return notes && createPortal(children, notes)
}

/** The element that holds all layers of the map. */
export function useStage(): HTMLElement | null {
  return useContext(NotesContext)?.parentElement ?? null
}
