import { lazy, Suspense, useState } from 'react'
import { useAsked } from '../incoming/asked-store'
import { MapExportDialog } from '../map/picture/map-export-dialog'
import { AboutDialog } from './about-dialog'
import { useDialogs } from './dialogs-store'
import { ExamplesDialog } from './examples-dialog'
import { ExportDialog } from './export-dialog'
import { RecentDialog } from './recent-dialog'
import { RefusalDialog } from './refusal-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'
import { UnsavedDialog } from './unsaved-dialog'

// The writer of links comes with it.
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog')).ShareDialog }))
// Readers of many formats and their repairs come with it.
const AskedDialog = lazy(async () => ({ default: (await import('../incoming/asked-dialog')).AskedDialog }))

/** Every dialog of the shell; loaded when the first of them opens. */
export function Dialogs() {
  const asked = useAsked((state) => state.asked)
  const shares = useDialogs(({ open }) => open === 'share')
  const [everShared, setEverShared] = useState(false)
  if (shares && !everShared) setEverShared(true)
  return (
    <>
      <ExamplesDialog />
      <RecentDialog />
      <ExportDialog />
      <MapExportDialog />
      <Suspense>{everShared && <ShareDialog />}</Suspense>
      <AboutDialog />
      <ShortcutsDialog />
      <RefusalDialog />
      <UnsavedDialog />
      <Suspense>{asked && <AskedDialog asked={asked} />}</Suspense>
    </>
  )
}
