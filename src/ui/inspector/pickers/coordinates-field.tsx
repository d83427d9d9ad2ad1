import { normaliseCoordinates } from '../../../geo/coordinates'
import { placeOptions } from '../../ask/place-options'
import { Button } from '../../kit/button'
import { NumberField } from '../../kit/number-field'
import { SearchField } from '../../kit/search-field'
import { useGazetteer } from '../../use-gazetteer'
import styles from '../form.module.css'

/** Degrees; null while one of them is yet to be typed. */
interface Point {
  readonly latitude: number | null
  readonly longitude: number | null
}

export interface CoordinatesFieldProps extends Point {
  readonly onChange: (point: Point) => void
  readonly onSettle: () => void
}

/** Coordinates with the two decimals that the format takes, typed or found by a city's name. */
export function CoordinatesField({ latitude, longitude, onChange, onSettle }: CoordinatesFieldProps) {
  const gazetteer = useGazetteer()
  return (
    <div className={styles['row']}>
      <NumberField
        label="Latitude"
        className={styles['number']}
        value={latitude}
        min={-90}
        max={90}
        step={0.1}
        decimals={2}
        unit="°"
        onChange={(next) => onChange({ latitude: next, longitude })}
        onSettle={onSettle}
      />
      <NumberField
        label="Longitude"
        className={styles['number']}
        value={longitude}
        min={-180}
        max={180}
        step={0.1}
        decimals={2}
        unit="°"
        onChange={(next) => onChange({ latitude, longitude: next })}
        onSettle={onSettle}
      />
      <SearchField
        label="Find a city"
        className={styles['grow']}
        placeholder="City, or latitude, longitude"
        search={(typed) =>
          placeOptions(typed, null, gazetteer).filter(({ value }) => value.place.coordinates !== null)
        }
        onChoose={({ place }) => {
          if (!place.coordinates) return
          const point = normaliseCoordinates(place.coordinates)
          onChange({
            latitude: Number(point.latitude.toFixed(2)),
            longitude: Number(point.longitude.toFixed(2)),
          })
          onSettle()
        }}
        empty={gazetteer ? 'No such city.' : 'Loading places…'}
      />
      {[latitude, longitude].some((degrees) => degrees !== cut(degrees)) && (
        <Button
          onClick={() => {
            onChange({ latitude: cut(latitude), longitude: cut(longitude) })
            onSettle()
          }}
        >
          Cut to two decimals
        </Button>
      )}
    </div>
  )
}

// As AWS's console does with further digits, which its API refuses (route53.md 2.2).
function cut(degrees: number | null): number | null {
  return degrees === null ? null : Number((Math.trunc(Number((degrees * 100).toFixed(6))) / 100).toFixed(2))
}
