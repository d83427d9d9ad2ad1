import { Toaster } from 'sonner'
import styles from './app.module.css'
import { CanvasPane } from './canvas/canvas-pane'
import { Details } from './details'
import { MapPane } from './map/map-pane'
import { AboutDialog } from './shell/about-dialog'
import { useCommands } from './shell/commands'
import { ExamplesDialog } from './shell/examples-dialog'
import { ExportDialog } from './shell/export-dialog'
import { useCommandKeys } from './shell/keys'
import { RefusalDialog } from './shell/refusal-dialog'
import { ShareDialog } from './shell/share-dialog'
import { ShortcutsDialog } from './shell/shortcuts-dialog'
import { useTheme } from './shell/theme'
import { TopBar } from './shell/top-bar'
import { useIncoming } from './shell/use-incoming'
import { Workbench } from './shell/workbench'

/** The whole editor. */
export function App() {
  useCommandKeys(useCommands())
  const theme = useTheme()
  const { dropping, handlers } = useIncoming()
  return (
    <div className={styles['app']} {...handlers}>
      <TopBar />
      <main className={styles['main']}>
        <Workbench canvas={<CanvasPane />} map={<MapPane />} details={<Details />} />
      </main>
      {dropping && (
        <div className={styles['drop']} aria-hidden>
          Drop to open as a new scenario
        </div>
      )}
      <ExamplesDialog />
      <ExportDialog />
      <ShareDialog />
      <AboutDialog />
      <ShortcutsDialog />
      <RefusalDialog />
      <Toaster theme={theme} position="bottom-center" />
    </div>
  )
}
