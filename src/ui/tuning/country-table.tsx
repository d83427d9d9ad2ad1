import { ArrowDown, ArrowUp, Copy, Download } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { shareText } from '../../analysis/share-words'
import type { CountryShare } from '../../analysis/shares'
import { countrySharesCsv } from '../../analysis/shares-csv'
import { countryName } from '../../geo/countries'
import { fold } from '../../geo/fold'
import type { EndpointId } from '../../model/address'
import { useApp } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Button } from '../kit/button'
import { TextField } from '../kit/text-field'
import { download, fileStem } from '../shell/download'
import { say } from '../shell/toast'
import type { TuneSectionProps } from './section'
import { SplitBar } from './split-bar'
import styles from './tuning.module.css'

type SortKey = 'country' | 'share'
const HEADS: readonly { readonly key: SortKey; readonly label: string; readonly title: string }[] = [
  { key: 'country', label: 'Country', title: '' },
  { key: 'share', label: 'Of demand', title: 'The part of the whole demand that comes from there' },
]
/** Rows before “Show all”: redrawn at every tick of a slider. */
const ROWS_SHOWN = 12

/** Every country that demand comes from, and where its demand goes. */
export function CountryTable({ answer }: TuneSectionProps) {
  // A slider that is dragged comes first; a long table follows when there is time.
  const { shares } = useDeferredValue(answer)
  const policy = useApp(({ scenario }) => scenario.policy)
  const title = useApp(({ scenario }) => scenario.name)
  const looks = useMemo(() => endpointLooks(policy), [policy])
  const [wanted, setWanted] = useState('')
  const [sort, setSort] = useState<{ readonly key: SortKey; readonly up: boolean }>({
    key: 'share',
    up: false,
  })
  const [all, setAll] = useState(false)
  const found = sorted(
    shares.countries.filter((each) => fold(nameOf(each)).includes(fold(wanted))),
    sort,
  )
  const shown = all ? found : found.slice(0, ROWS_SHOWN)
  const csv = () => countrySharesCsv(answer.shares)

  return (
    <section className={styles['section']} data-wide aria-label="Shares by country">
      <div className={styles['head']}>
        <h2>By country</h2>
        <TextField
          label="Find a country"
          labelHidden
          className={styles['find']}
          placeholder="Find a country"
          value={wanted}
          onChange={setWanted}
        />
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(csv()).then(() => say('The table is copied as CSV.'))
          }
        >
          <Copy /> Copy CSV
        </Button>
        <Button onClick={() => download(`${fileStem(title)}-countries.csv`, csv(), 'text/csv')}>
          <Download /> Download
        </Button>
      </div>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {HEADS.map(({ key, label, title: hint }) => (
                <th
                  key={key}
                  scope="col"
                  title={hint}
                  data-number={key !== 'country'}
                  aria-sort={sort.key === key ? (sort.up ? 'ascending' : 'descending') : 'none'}
                >
                  <button
                    type="button"
                    onClick={() => setSort({ key, up: sort.key === key ? !sort.up : key === 'country' })}
                  >
                    {label}
                    {sort.key === key && (sort.up ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />)}
                  </button>
                </th>
              ))}
              <th scope="col">Goes to</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.country ?? 'sea'}>
                <th scope="row">{nameOf(each)}</th>
                <td data-number>{shareText(each.share)}</td>
                <td>
                  <SplitBar parts={each.endpoints} nodata={each.nodata} whole={each.share} looks={looks} />
                  <span className={styles['split']}>{splitText(each)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p className={styles['soft']}>No demand comes from a country of that name.</p>}
      {found.length > ROWS_SHOWN && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the first ones only' : `Show all ${found.length.toLocaleString('en')}`}
        </Button>
      )}
    </section>
  )
}

function nameOf({ country }: CountryShare): string {
  return country === null ? 'Open sea' : countryName(country)
}

/** Where a country's demand goes, in percent of its own: `fra 60.0 %, dub 40.0 %`. */
function splitText({ endpoints, nodata, share }: CountryShare): string {
  const parts: (readonly [EndpointId, number])[] = [...endpoints]
  if (nodata > 0) parts.push(['no answer', nodata])
  if (parts.length === 1) return parts[0]?.[0] ?? ''
  return parts.map(([id, part]) => `${id} ${shareText(part / share)}`).join(', ')
}

function sorted(
  countries: readonly CountryShare[],
  { key, up }: { readonly key: SortKey; readonly up: boolean },
): readonly CountryShare[] {
  const order = key === 'country' ? byName : (a: CountryShare, b: CountryShare) => a.share - b.share
  const list = [...countries].sort(order)
  return up ? list : list.reverse()
}

function byName(a: CountryShare, b: CountryShare): number {
  return nameOf(a).localeCompare(nameOf(b), 'en')
}
