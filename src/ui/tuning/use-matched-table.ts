import { useEffect, useRef, useState } from 'react'
import { createTableClient, startTableWorker, type TableClient } from '../../store/workers/table-client'
import type { MatchedTable, TableAnswer } from '../../store/workers/table-server'

/** What became of a table: not there yet, of no use, or matched. */
export type TableOutcome =
  | { readonly kind: 'empty' | 'loading' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'matched'; readonly table: MatchedTable }

const EMPTY: TableOutcome = { kind: 'empty' }
const LOADING: TableOutcome = { kind: 'loading' }

/** An outcome, and whether it is of what stands in the field now. */
export interface TableReading {
  readonly outcome: TableOutcome
  readonly isCurrent: boolean
}

/** Reads and matches a table beside the page while it is typed; until that is done, the last outcome stays. */
export function useMatchedTable(text: string, name: string): TableReading {
  const [last, setLast] = useState<{ readonly of: string; readonly outcome: TableOutcome } | null>(null)
  const client = useRef<TableClient>(null)
  const asked = useRef('')
  const isEmpty = text.trim() === ''

  useEffect(() => {
    const made = createTableClient(startTableWorker(), (answer) => {
      setLast({ of: asked.current, outcome: outcomeOf(answer) })
    })
    client.current = made
    return () => made.close()
  }, [])
  useEffect(() => {
    asked.current = text
    if (isEmpty) client.current?.drop()
    else client.current?.read(text, name)
  }, [text, name, isEmpty])

  if (isEmpty) return { outcome: EMPTY, isCurrent: true }
  return { outcome: last?.outcome ?? LOADING, isCurrent: last?.of === text }
}

function outcomeOf(answer: TableAnswer): TableOutcome {
  switch (answer.kind) {
    case 'matched':
      return { kind: 'matched', table: answer.table }
    case 'refused':
      return { kind: 'refused', message: answer.message }
    case 'failed':
      return { kind: 'refused', message: answer.reason }
  }
}
