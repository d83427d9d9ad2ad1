import { useDeferredValue, useMemo } from 'react'
import { type MatchedDemand, matchDemand } from '../../analysis/demand/match-demand'
import { type DemandTable, readDemandTable } from '../../formats/demand-csv'
import { useAtlas, useGazetteer } from '../use-gazetteer'

/** What became of a table: not there yet, of no use, or matched. */
export type TableOutcome =
  | { readonly kind: 'empty' | 'loading' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'matched'; readonly table: DemandTable; readonly matched: MatchedDemand }

/** Reads and matches a table while it is typed; a long one follows behind the typing. */
export function useMatchedTable(text: string, name: string): TableOutcome {
  const gazetteer = useGazetteer()
  const atlas = useAtlas()
  const settled = useDeferredValue(text)
  return useMemo((): TableOutcome => {
    if (settled.trim() === '') return { kind: 'empty' }
    const read = readDemandTable(settled)
    if (!read.ok) return { kind: 'refused', message: messageOf(read.problems) }
    if (!gazetteer || !atlas) return { kind: 'loading' }
    const matched = matchDemand(read.value.rows, name, {
      gazetteer,
      locate: (coordinates) => atlas.locate(coordinates),
    })
    if (!matched.ok) return { kind: 'refused', message: messageOf(matched.problems) }
    return { kind: 'matched', table: read.value, matched: matched.value }
  }, [settled, name, gazetteer, atlas])
}

function messageOf(problems: readonly { readonly message: string }[]): string {
  return problems.map(({ message }) => message).join(' ')
}
