import { lazy, Suspense } from 'react'
import { useAsked } from '../incoming/asked-store'
import { MapExportDialog } from '../map/picture/map-export-dialog'
import { AboutDialog } from './about-dialog'
import { ExamplesDialog } from './examples-dialog'
import { ExportDialog } from './export-dialog'
import { RecentDialog } from './recent-dialog'
import { RefusalDialog } from './refusal-dialog'
import { ShareDialog } from './share-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'

// Readers of many formats and their repairs come with it.
const AskedDialog = lazy(async () => ({ default: (await import('../incoming/asked-dialog')).AskedDialog }))

/** Every dialog of the shell; loaded when the first of them opens. */
export function Dialogs() {
  const asked = useAsked((state) => state.asked)
  return (
    <>
      <ExamplesDialog />
      <RecentDialog />
      <ExportDialog />
      <MapExportDialog />
      <ShareDialog />
      <AboutDialog />
      <ShortcutsDialog />
      <RefusalDialog />
      <Suspense>{asked && <AskedDialog asked={asked} />}</Suspense>
    </>
  )
}
