/** A point on the sphere in degrees: latitude −90…90, longitude −180…180. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

const RADIANS_PER_DEGREE = Math.PI / 180

/** Degrees to radians. */
export function toRadians(degrees: number): number {
  return degrees * RADIANS_PER_DEGREE
}

/** Longitude in degrees brought into −180…180. */
export function normaliseLongitude(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude
  return ((((longitude + 180) % 360) + 360) % 360) - 180
}

/** A latitude and longitude that a map can hold: latitude clamped, longitude wrapped. */
export function normaliseCoordinates({ latitude, longitude }: Coordinates): Coordinates {
  return {
    latitude: Math.min(90, Math.max(-90, latitude)),
    longitude: normaliseLongitude(longitude),
  }
}
