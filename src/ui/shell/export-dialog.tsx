import { lazy, Suspense } from 'react'
import { Dialog } from '../kit/dialog'
import { useDialogs } from './dialogs-store'
import styles from './export/export.module.css'

// The writers of all formats, which the other dialogs need not wait for.
const ExportBody = lazy(async () => ({ default: (await import('./export/export-body')).ExportBody }))

/** Writes the scenario in another format: what would be lost, preview, copy, download. */
export function ExportDialog() {
  const { open, show } = useDialogs()
  return (
    <Dialog
      title="Export"
      description="For Amazon Route 53, as code, for other name servers, or to read."
      size="wide"
      open={open === 'export'}
      onOpenChange={() => show(null)}
    >
      <Suspense fallback={<div className={styles['waiting']} />}>
        <ExportBody />
      </Suspense>
    </Dialog>
  )
}
