import type { MatchedDemand, UnmatchedRow } from '../../analysis/demand/match-demand'
import type { MatchKind } from '../../analysis/demand/place-matcher'
import { shareText } from '../../analysis/share-words'
import type { DemandTable } from '../../formats/demand-csv'
import { countryName } from '../../geo/countries'
import styles from './own-demand.module.css'

export interface OwnDemandPreviewProps {
  readonly table: DemandTable
  readonly matched: MatchedDemand
  readonly unit: string
}

const KINDS: readonly { readonly kind: MatchKind; readonly how: string }[] = [
  { kind: 'coordinates', how: 'by their coordinates' },
  { kind: 'city', how: 'as a town' },
  { kind: 'subdivision', how: 'as a US state, spread over its towns' },
  { kind: 'country', how: 'as a country, spread over its towns' },
]

/** What was understood of a table, what was not and why, and what it amounts to. */
export function OwnDemandPreview({ table, matched, unit }: OwnDemandPreviewProps) {
  const { places, unmatched, doubts } = matched
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  const used = table.rows.length - unmatched.length
  const left = table.problems.filter(({ severity }) => severity !== 'note')
  const notes = table.problems.filter(({ severity }) => severity === 'note')
  return (
    <section className={styles['preview']} aria-label="What was matched">
      <p role="status">
        <strong>
          {used.toLocaleString('en')} of {rowsText(table.rows.length + left.length)} matched
        </strong>
        , together {total.toLocaleString('en', { maximumFractionDigits: 2 })} {unit}. Largest:{' '}
        {largestText(places)}.
      </p>
      <ul className={styles['list']}>
        {KINDS.filter(({ kind }) => matched.matched[kind].rows > 0).map(({ kind, how }) => (
          <li key={kind}>
            {rowsText(matched.matched[kind].rows)} {how}: {shareText(matched.matched[kind].part)} of the
            weight
          </li>
        ))}
      </ul>
      {(unmatched.length > 0 || left.length > 0) && (
        <Lines
          title={`Left out: ${rowsText(unmatched.length + left.length)}${
            unmatched.length > 0 ? `, ${shareText(matched.unmatchedPart)} of the weight` : ''
          }`}
          tone="error"
          lines={[...left.map(({ message }) => message), ...unmatched.map(lineText)].sort(byLine)}
        />
      )}
      {doubts.length > 0 && (
        <Lines title={`Not sure: ${rowsText(doubts.length)}`} tone="warning" lines={doubts.map(lineText)} />
      )}
      {notes.length > 0 && <p className={styles['soft']}>{notes.map(({ message }) => message).join(' ')}</p>}
    </section>
  )
}

/** As many lines as anybody reads here. */
const MOST_LINES = 200

function Lines({
  title,
  tone,
  lines,
}: {
  readonly title: string
  readonly tone: 'error' | 'warning'
  readonly lines: readonly string[]
}) {
  return (
    <details className={styles['lines']} data-tone={tone} open={lines.length <= 6}>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, MOST_LINES).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > MOST_LINES && <li>…and {(lines.length - MOST_LINES).toLocaleString('en')} more</li>}
      </ul>
    </details>
  )
}

function lineText({ line, reason }: UnmatchedRow): string {
  return `Line ${line.toLocaleString('en')}: ${reason}`
}

/** Both sorts of sentences begin with their line. */
function byLine(a: string, b: string): number {
  const lineOf = (text: string) => Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? 0)
  return lineOf(a) - lineOf(b)
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`
}

function largestText(places: MatchedDemand['places']): string {
  return [...places]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ city, country, subdivision, coordinates }) => {
      if (city !== null) return city
      if (coordinates) return `${coordinates.latitude}, ${coordinates.longitude}`
      const name = country === null ? 'the open sea' : countryName(country)
      return subdivision === null ? name : `${subdivision}, ${name}`
    })
    .join('; ')
}
