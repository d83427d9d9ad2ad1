const RADIANS = Math.PI / 180

/** Great-circle distance in km between two [longitude, latitude] pairs in degrees. */
export function distanceKm([longitudeA, latitudeA], [longitudeB, latitudeB]) {
  const sinLatitude = Math.sin(((latitudeB - latitudeA) * RADIANS) / 2)
  const sinLongitude = Math.sin(((longitudeB - longitudeA) * RADIANS) / 2)
  const h =
    sinLatitude ** 2 + Math.cos(latitudeA * RADIANS) * Math.cos(latitudeB * RADIANS) * sinLongitude ** 2
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}
