import { lazy, Suspense, useEffect } from 'react'
import { useCanvasState } from './canvas-context'

const loadMenus = () => import('./menus/canvas-menus')
const loadDialog = () => import('./orphan-dialog')
const CanvasMenus = lazy(async () => ({ default: (await loadMenus()).CanvasMenus }))
const OrphanDialog = lazy(async () => ({ default: (await loadDialog()).OrphanDialog }))
/** The app is ready to use first; the rest is fetched before anybody can want it. */
const PRELOAD_AFTER_MS = 1500

/** Menus and questions, whose code comes after the canvas itself. */
export function Overlays() {
  const menu = useCanvasState((state) => state.menu !== null)
  const question = useCanvasState((state) => state.question !== null)
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadMenus(), loadDialog()]), PRELOAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense>
      {menu && <CanvasMenus />}
      {question && <OrphanDialog />}
    </Suspense>
  )
}
