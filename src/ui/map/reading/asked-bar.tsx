import { percentText } from '../../../analysis/words'
import type { Distribution } from '../../../engine/distribution'
import { selectResolution } from '../../../store/derived'
import { useApp } from '../../app-context'
import { useIsNarrow } from '../../shell/use-media-query'
import { showDetails } from '../../shown-panes'
import { MapNote } from '../notes/map-note'
import styles from '../notes/notes.module.css'

/** How many endpoints are named before the rest is counted. */
const SHOWN = 2

/** On a phone, where the answer is out of sight: what was asked on the map in one line, which leads to the reasons. */
export function AskedBar() {
  const isNarrow = useIsNarrow()
  const asked = useApp((state) => state.asked)
  const resolution = useApp(selectResolution)
  if (!isNarrow || !asked || !resolution) return null
  return (
    <MapNote>
      <button type="button" className={styles['asked']} onClick={() => showDetails('ask')}>
        <span>
          <strong>{asked.place}</strong> → {answersText(resolution.distribution)}
        </span>
        <span className={styles['why']}>Why?</span>
      </button>
    </MapNote>
  )
}

function answersText({ endpoints, nodata }: Distribution): string {
  const named = endpoints
    .slice(0, SHOWN)
    .map(({ endpoint, probability }) => `${endpoint} ${unbroken(percentText(probability))}`)
  const more = endpoints.length - SHOWN
  if (more > 0) named.push(`${more} more`)
  if (nodata > 0) named.push(`no answer ${unbroken(percentText(nodata))}`)
  return named.join(', ')
}

/** A figure that stays on one line with its unit. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
