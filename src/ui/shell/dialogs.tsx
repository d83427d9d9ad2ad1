import { AboutDialog } from './about-dialog'
import { ExamplesDialog } from './examples-dialog'
import { ExportDialog } from './export-dialog'
import { RefusalDialog } from './refusal-dialog'
import { ShareDialog } from './share-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'

/** Every dialog of the shell; loaded when the first of them opens. */
export function Dialogs() {
  return (
    <>
      <ExamplesDialog />
      <ExportDialog />
      <ShareDialog />
      <AboutDialog />
      <ShortcutsDialog />
      <RefusalDialog />
    </>
  )
}
