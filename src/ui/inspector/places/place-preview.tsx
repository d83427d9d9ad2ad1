import type { ReactNode } from 'react'
import { type GeolocationPlace, placeKey } from '../../../rules/geolocation/location'
import { placeName } from '../pickers/place-choices'
import styles from './add-places.module.css'

export interface PlacePreviewProps {
  readonly fresh: readonly GeolocationPlace[]
  readonly present: readonly GeolocationPlace[]
  readonly duplicates: readonly GeolocationPlace[]
  readonly unmatched: readonly string[]
}

/** What becomes of a list: what is added, what is there already, what stands twice, what names no place. */
export function PlacePreview({ fresh, present, duplicates, unmatched }: PlacePreviewProps) {
  return (
    <dl className={styles['preview']} aria-live="polite">
      <Part title="To add" tone="new">
        {fresh.map(toChip)}
      </Part>
      <Part title="In the rule already">{present.map(toChip)}</Part>
      <Part title="Named more than once">{duplicates.map(toChip)}</Part>
      <Part title="Not matched" tone="unmatched">
        {unmatched.map((piece, index) => (
          // The same piece may stand twice in what was pasted.
          <li key={`${piece} ${index.toString()}`}>{piece}</li>
        ))}
      </Part>
    </dl>
  )
}

interface PartProps {
  readonly title: string
  readonly tone?: 'new' | 'unmatched'
  readonly children: readonly ReactNode[]
}

function Part({ title, tone, children }: PartProps) {
  if (children.length === 0) return null
  return (
    <>
      <dt>
        {title} · {children.length}
      </dt>
      <dd>
        <ul className={styles['chips']} data-tone={tone}>
          {children}
        </ul>
      </dd>
    </>
  )
}

function toChip(place: GeolocationPlace): ReactNode {
  return (
    <li key={placeKey(place)} title={placeKey(place)}>
      {placeName(place)}
    </li>
  )
}
