import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import styles from './app.module.css'
import { CanvasPane } from './canvas/canvas-pane'
import { Details } from './details'
import { useAsked } from './incoming/asked-store'
import { MapPane } from './map/map-pane'
import './print.css'
import { useSessionState } from './session-context'
import { useCommands } from './shell/commands'
import { useDialogs } from './shell/dialogs-store'
import { useCommandKeys } from './shell/keys'
import { useTheme } from './shell/theme'
import { toastsWanted } from './shell/toast'
import { TopBar } from './shell/top-bar'
import { useIncoming } from './shell/use-incoming'
import { Workbench } from './shell/workbench'
import { useStages } from './use-stages'

// Not needed for the first use, so not in the first load.
const Dialogs = lazy(async () => ({ default: (await import('./shell/dialogs')).Dialogs }))
const Toaster = lazy(async () => ({ default: (await import('sonner')).Toaster }))

/** The panes come one after another behind the bar: canvas, map, details. */
const STAGES = { canvas: 1, map: 2, details: 3 } as const

/** The whole editor. */
export function App() {
  useCommandKeys(useCommands())
  const theme = useTheme()
  const { dropping, handlers } = useIncoming()
  const dialog = useDialogs((state) => state.open)
  const told = useSessionState(({ refusal, unsaved }) => refusal !== null || unsaved.length > 0)
  const asked = useAsked((state) => state.asked !== null)
  const toasts = useStore(toastsWanted, (state) => state.wanted)
  const stage = useStages(STAGES.details)
  useEffect(() => {
    // From the start of the navigation until everything is there to be used.
    if (stage === STAGES.details) performance.measure('catchment:open', { start: 0 })
  }, [stage])
  return (
    <div className={styles['app']} {...handlers}>
      <TopBar />
      <main className={styles['main']}>
        <Workbench
          canvas={stage >= STAGES.canvas && <CanvasPane />}
          map={stage >= STAGES.map && <MapPane />}
          details={stage >= STAGES.details && <Details />}
        />
      </main>
      {dropping && (
        <div className={styles['drop']} aria-hidden>
          Drop to open as a new scenario
        </div>
      )}
      <Suspense>
        {(dialog !== null || told || asked) && <Dialogs />}
        {toasts && <Toaster theme={theme} position="bottom-center" />}
      </Suspense>
    </div>
  )
}
