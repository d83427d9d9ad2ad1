import { type MatchedDemand, matchDemand, type UnmatchedRow } from '../../analysis/demand/match-demand'
import { demandModelOf } from '../../analysis/demand/own-demand'
import { type DemandTable, readDemandTable } from '../../formats/demand-csv'
import type { Atlas } from '../../geo/atlas'
import type { Gazetteer } from '../../geo/gazetteer'
import type { Problem } from '../../model/problem'
import type { DemandModel, DemandPlace } from '../../scenario/demand-model'

/** A table of demand to be read and matched; `name` is what it is called. */
export interface TableRequest {
  readonly id: number
  readonly text: string
  readonly name: string
}

/** What became of a table: of no use, with the reason in sentences, or matched. */
export type TableAnswer =
  | { readonly kind: 'refused'; readonly id: number; readonly message: string }
  | { readonly kind: 'matched'; readonly id: number; readonly table: MatchedTable }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

/** A table that was matched, and what is said of it; no more than fits on a page. */
export interface MatchedTable {
  /** What the scenario would keep; the unit is the user's to say. */
  readonly model: Omit<DemandModel, 'unit'>
  /** Name of the column of weights. */
  readonly weightColumn: string | null
  /** All rows, and those of them that are used. */
  readonly rows: { readonly all: number; readonly used: number }
  /** Weight of the used rows. */
  readonly weight: number
  /** The places of the largest weight, the largest first. */
  readonly largest: readonly DemandPlace[]
  readonly matched: MatchedDemand['matched']
  /** Rows that were left out. */
  readonly leftOut: Remarks
  /** The part (0…1) of the weight of all rows that could be read which has no place. */
  readonly unmatchedPart: number
  /** Rows that were understood only in part. */
  readonly doubts: Remarks
  /** Sentences about the table as a whole. */
  readonly notes: readonly string[]
}

/** How many rows something is said of, and of the first ones what, each in a sentence with its line. */
export interface Remarks {
  readonly count: number
  readonly lines: readonly string[]
}

export interface TablePorts {
  readonly loadGazetteer: () => Promise<Gazetteer>
  readonly loadAtlas: () => Promise<Atlas>
  readonly post: (answer: TableAnswer) => void
  /** Lets messages that wait come in. */
  readonly pause: () => Promise<void>
}

/** As many lines as anybody reads. */
const MOST_LINES = 200
const LARGEST = 3

/** Reads and matches the newest table that it is given. Returns the function that takes requests. */
export function createTableServer({ loadGazetteer, loadAtlas, post, pause }: TablePorts) {
  let newest = 0
  return async function receive({ id, text, name }: TableRequest): Promise<void> {
    newest = id
    try {
      const [gazetteer, atlas] = await Promise.all([loadGazetteer(), loadAtlas()])
      await pause()
      if (newest === id) post(answer(id, text, name, gazetteer, atlas))
    } catch (error) {
      post({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
    }
  }
}

function answer(id: number, text: string, name: string, gazetteer: Gazetteer, atlas: Atlas): TableAnswer {
  const read = readDemandTable(text)
  if (!read.ok) return { kind: 'refused', id, message: messageOf(read.problems) }
  const matched = matchDemand(read.value.rows, name, {
    gazetteer,
    locate: (coordinates) => atlas.locate(coordinates),
  })
  if (!matched.ok) return { kind: 'refused', id, message: messageOf(matched.problems) }
  return { kind: 'matched', id, table: summaryOf(read.value, matched.value, name) }
}

function summaryOf(table: DemandTable, found: MatchedDemand, name: string): MatchedTable {
  const { places, matched, unmatched, unmatchedPart, doubts } = found
  const unread = table.problems.filter(({ severity }) => severity !== 'note')
  const { unit: _, ...model } = demandModelOf(found, { name, unit: '' })
  return {
    model,
    weightColumn: table.columns.weight ?? null,
    rows: { all: table.rows.length + unread.length, used: table.rows.length - unmatched.length },
    weight: places.reduce((sum, { weight }) => sum + weight, 0),
    largest: places.toSorted((a, b) => b.weight - a.weight).slice(0, LARGEST),
    matched,
    leftOut: remarks([...unread.map(messageAt), ...unmatched.map(reasonAt)]),
    unmatchedPart,
    doubts: remarks(doubts.map(reasonAt)),
    notes: table.problems.filter(({ severity }) => severity === 'note').map(({ message }) => message),
  }
}

interface Remark {
  readonly line: number
  readonly text: string
}

function remarks(all: readonly Remark[]): Remarks {
  const lines = all.toSorted((a, b) => a.line - b.line).slice(0, MOST_LINES)
  return { count: all.length, lines: lines.map(({ text }) => text) }
}

function reasonAt({ line, reason }: UnmatchedRow): Remark {
  return { line, text: `Line ${line.toLocaleString('en')}: ${reason}` }
}

/** What was wrong when a row was read begins with its line, too. */
function messageAt({ message }: Problem): Remark {
  return { line: Number(/\d[\d,]*/.exec(message)?.[0].replaceAll(',', '') ?? 0), text: message }
}

function messageOf(problems: readonly Problem[]): string {
  return problems.map(({ message }) => message).join(' ')
}
