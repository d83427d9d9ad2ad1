import { Upload } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { useAppStore } from '../app-context'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/text-field'
import styles from './own-demand.module.css'
import { OwnDemandPreview } from './own-demand-preview'
import { TableField } from './table-field'
import { useMatchedTable } from './use-matched-table'

const PASTED = 'pasted table'

/** Brings the user's own demand: a table to paste, choose or drop, and what becomes of it before it counts. */
export function OwnDemandDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Use your own demand"
      description="A table (CSV, TSV, or counts as uniq -c prints them) with a country, US state, city or coordinates in each row, and a weight: queries, users, anything that counts. It stays in this browser and in this scenario."
      size="wide"
      open
      onOpenChange={onClose}
    >
      <OwnDemandForm onClose={onClose} />
    </Dialog>
  )
}

function OwnDemandForm({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore()
  const [text, setText] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [dropping, setDropping] = useState(false)
  const chooser = useId()
  const name = file ?? PASTED
  const { outcome, isCurrent } = useMatchedTable(text, name)
  const shownUnit = unit ?? (outcome.kind === 'matched' ? unitOf(outcome.table.weightColumn) : 'queries')

  async function take(files: FileList | null): Promise<void> {
    const chosen = files?.[0]
    if (!chosen) return
    setText(await chosen.text())
    setFile(chosen.name)
  }
  function drop(event: DragEvent): void {
    event.preventDefault()
    event.stopPropagation()
    setDropping(false)
    void take(event.dataTransfer.files)
  }
  function accept(): void {
    if (outcome.kind !== 'matched' || !isCurrent) return
    const demand = { ...outcome.table.model, unit: shownUnit.trim() || 'units' }
    store.getState().commit(`Use the demand of ${demand.name}`, (scenario) => ({ ...scenario, demand }))
    onClose()
  }

  return (
    // A drop is one way among others; the file button and the field do the same by keyboard.
    <div
      className={styles['form']}
      data-dropping={dropping}
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <TableField
        value={text}
        onChange={(typed) => {
          setText(typed)
          setFile(null)
        }}
      />
      <div className={styles['row']}>
        <label htmlFor={chooser} className={styles['choose']}>
          <Upload aria-hidden /> Choose a file
        </label>
        <input
          id={chooser}
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => void take(event.target.files)}
        />
        <span className={styles['beside']}>{file ?? 'or drop one here'}</span>
      </div>
      {outcome.kind === 'empty' && (
        <p className={styles['soft']}>
          Addresses cannot be placed: that takes a GeoIP database, which Catchment does not have. Count a
          resolver log by country or city first.
        </p>
      )}
      {outcome.kind === 'loading' && <p className={styles['soft']}>Looking the places up…</p>}
      {outcome.kind === 'refused' && <Callout tone="error">{outcome.message}</Callout>}
      {outcome.kind === 'matched' && (
        <>
          <OwnDemandPreview table={outcome.table} unit={shownUnit} />
          <TextField
            label="A weight counts"
            className={styles['unit']}
            value={shownUnit}
            onChange={setUnit}
          />
        </>
      )}
      <div className={styles['end']}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={outcome.kind !== 'matched' || !isCurrent} onClick={accept}>
          Use this demand
        </Button>
      </div>
    </div>
  )
}

/** What the weights of a column are called: its name where that is a word. */
function unitOf(column: string | null): string {
  const name = column?.toLowerCase().replaceAll(/[_-]+/g, ' ') ?? ''
  return /^(column \d+|weight|value|amount|number|n|sum|count|share|percent(age)?|)$/.test(name)
    ? 'queries'
    : name
}
