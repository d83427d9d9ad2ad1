import { useState } from 'react'
import { type GeolocationPlace, placeKey } from '../../../rules/geolocation/location'
import { TextField } from '../../kit/text-field'
import { placesFor } from '../pickers/place-choices'
import styles from './add-places.module.css'

export interface PlaceTicksProps {
  /** Keys of the places that the rule has. */
  readonly known: ReadonlySet<string>
  readonly ticked: ReadonlyMap<string, GeolocationPlace>
  readonly onTick: (place: GeolocationPlace, on: boolean) => void
}

/** Every place as a box to tick, with a filter. */
export function PlaceTicks({ known, ticked, onTick }: PlaceTicksProps) {
  const [filter, setFilter] = useState('')
  const choices = placesFor(filter)
  return (
    <div className={styles['column']}>
      <TextField
        label="Find places to tick"
        value={filter}
        onChange={setFilter}
        placeholder="Name, code or kind"
      />
      <ul className={styles['ticks']} aria-label="Places">
        {choices.map(({ key, place, name, kind }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={known.has(key) || ticked.has(placeKey(place))}
                disabled={known.has(key)}
                onChange={(event) => onTick(place, event.target.checked)}
              />
              <span className={styles['name']}>{name}</span>
              <span className={styles['kind']}>{known.has(key) ? 'in the rule' : kind}</span>
            </label>
          </li>
        ))}
        {choices.length === 0 && <li className={styles['kind']}>Route 53 knows no such place.</li>}
      </ul>
    </div>
  )
}
