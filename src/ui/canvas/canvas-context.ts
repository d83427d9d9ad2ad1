import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CanvasState, CanvasStore } from './canvas-state'
import type { CanvasCommands } from './commands/canvas-commands'

/** What the parts of the canvas share: its own state and what can be done. Stable as long as the canvas stands. */
export interface CanvasContextValue {
  readonly store: CanvasStore
  readonly commands: CanvasCommands
}

export const CanvasContext = createContext<CanvasContextValue | null>(null)

export function useCanvas(): CanvasContextValue {
  const canvas = useContext(CanvasContext)
  if (!canvas) throw new Error('CanvasContext is empty: only parts of the canvas may use it')
  return canvas
}

/** A part of the canvas's own state; the component renders again only when that part changes. */
export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvas().store, select)
}
