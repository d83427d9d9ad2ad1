import type { MatchKind } from '../../analysis/demand/place-matcher'
import { shareText } from '../../analysis/share-words'
import { countryName } from '../../geo/countries'
import type { DemandPlace } from '../../scenario/demand-model'
import type { MatchedTable, Remarks } from '../../store/workers/table-server'
import styles from './own-demand.module.css'

export interface OwnDemandPreviewProps {
  readonly table: MatchedTable
  readonly unit: string
}

const KINDS: readonly { readonly kind: MatchKind; readonly how: string }[] = [
  { kind: 'coordinates', how: 'by their coordinates' },
  { kind: 'city', how: 'as a town' },
  { kind: 'subdivision', how: 'as a US state, spread over its towns' },
  { kind: 'country', how: 'as a country, spread over its towns' },
]

/** What was understood of a table, what was not and why, and what it amounts to. */
export function OwnDemandPreview({ table, unit }: OwnDemandPreviewProps) {
  const { rows, matched, leftOut, unmatchedPart, doubts, notes } = table
  return (
    <section className={styles['preview']} aria-label="What was matched">
      <p role="status">
        <strong>
          {rows.used.toLocaleString('en')} of {rowsText(rows.all)} matched
        </strong>
        , together {table.weight.toLocaleString('en', { maximumFractionDigits: 2 })} {unit}. Largest:{' '}
        {table.largest.map(placeText).join('; ')}.
      </p>
      <ul className={styles['list']}>
        {KINDS.filter(({ kind }) => matched[kind].rows > 0).map(({ kind, how }) => (
          <li key={kind}>
            {rowsText(matched[kind].rows)} {how}: {shareText(matched[kind].part)} of the weight
          </li>
        ))}
      </ul>
      {leftOut.count > 0 && (
        <Lines
          title={`Left out: ${rowsText(leftOut.count)}${
            unmatchedPart > 0 ? `, ${shareText(unmatchedPart)} of the weight` : ''
          }`}
          tone="error"
          remarks={leftOut}
        />
      )}
      {doubts.count > 0 && (
        <Lines title={`Not sure: ${rowsText(doubts.count)}`} tone="warning" remarks={doubts} />
      )}
      {notes.length > 0 && <p className={styles['soft']}>{notes.join(' ')}</p>}
    </section>
  )
}

/** So few lines are open from the start. */
const FEW_LINES = 6

interface LinesProps {
  readonly title: string
  readonly tone: 'error' | 'warning'
  readonly remarks: Remarks
}

function Lines({ title, tone, remarks: { count, lines } }: LinesProps) {
  return (
    <details className={styles['lines']} data-tone={tone} open={count <= FEW_LINES}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {count > lines.length && <li>…and {(count - lines.length).toLocaleString('en')} more</li>}
      </ul>
    </details>
  )
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`
}

function placeText({ city, country, subdivision, coordinates }: DemandPlace): string {
  if (city !== null) return city
  if (coordinates) return `${coordinates.latitude}, ${coordinates.longitude}`
  const name = country === null ? 'the open sea' : countryName(country)
  return subdivision === null ? name : `${subdivision}, ${name}`
}
