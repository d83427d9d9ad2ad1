import type { Coordinates } from '../geo/coordinates'
import { type Attempt, done, fault } from './attempt'

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/

/** A decimal number as people write it; undefined for anything else. */
export function readDecimal(text: string): number | undefined {
  return DECIMAL.test(text.trim()) ? Number(text) : undefined
}

/** Reads `LAT,LON` in degrees. */
export function readCoordinates(option: string, text: string): Attempt<Coordinates> {
  const [first, second, ...more] = text.split(',')
  const latitude = readDecimal(first ?? '')
  const longitude = readDecimal(second ?? '')
  if (latitude === undefined || longitude === undefined || more.length > 0) {
    return fault(`--${option} takes latitude and longitude in degrees, such as -31.95,115.86; not “${text}”.`)
  }
  if (Math.abs(latitude) > 90) return fault(`--${option}: a latitude is from -90 to 90; ${latitude} is not.`)
  if (Math.abs(longitude) > 180) {
    return fault(`--${option}: a longitude is from -180 to 180; ${longitude} is not.`)
  }
  return done({ latitude, longitude })
}
