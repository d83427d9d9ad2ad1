import { type RefObject, useEffect } from 'react'
import { useCanvas, useCanvasState } from './canvas-context'

/**
 * After a menu or question is closed, gives the focus back to what had it before or, if that is gone, to the
 * canvas, so that its keys go on working; unless something else has taken it.
 */
export function useReturnFocus(surface: RefObject<HTMLElement | null>): void {
  const { store } = useCanvas()
  const open = useCanvasState((state) => state.menu !== null || state.question !== null)
  useEffect(() => {
    if (open) return
    // The dialog that closes moves the focus itself, a moment later.
    const timer = setTimeout(() => {
      const { returnTo } = store.getState()
      if (returnTo === null || document.activeElement !== document.body) return
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus()
      else surface.current?.focus()
    }, 30)
    return () => clearTimeout(timer)
  }, [open, store, surface])
}
