/** A location as AWS's component takes it. */
export interface GridSite {
  readonly latitude: number
  readonly longitude: number
  readonly bias: number
}

/**
 * The peer: the way in which AWS's published map component (awslabs/geoproximity-map) works out what to draw for one
 * geoproximity rule, written anew from its description. A grid of 0.3° has an object for each cell; the haversine to
 * every site is weighted by its bias, with an object for each comparison; in each row, runs of one site become
 * quadrilaterals, whose ends are sought along the upper and the lower edge in steps of a tenth of a cell, and are the
 * borders. What its map then does with the shapes is not counted. Returns milliseconds, the median of `runs`.
 *
 * It is sent to the page as text, so it stands alone.
 */
export function timeGridPeer({
  sites,
  runs,
}: {
  readonly sites: readonly GridSite[]
  readonly runs: number
}) {
  const CELL = 0.3
  const TENTH = CELL / 10
  const ROWS = 600
  const COLUMNS = 1200
  /** Cells to the left of a change in which its end is sought, and how much further. */
  const REACH = 2
  const OVERREACH = 1.4
  const RADIUS_KM = 6371
  const TO_RADIANS = Math.PI / 180

  interface Endpoint {
    readonly id: string
    readonly position: { readonly lng: number; readonly lat: number }
    readonly factor: number
  }
  interface Cell {
    readonly lng: number
    readonly lat: number
    nearest: Endpoint | null
  }

  const endpoints = sites.map(({ latitude, longitude, bias }, index): Endpoint => {
    const factor = bias >= 0 ? 1 - bias / 100 : 1 / (1 + bias / 100)
    return { id: String(index + 1), position: { lng: longitude, lat: latitude }, factor }
  })

  function haversineKm(from: { lng: number; lat: number }, to: { lng: number; lat: number }): number {
    const latitude = from.lat * TO_RADIANS
    const otherLatitude = to.lat * TO_RADIANS
    const sinLatitude = Math.sin((otherLatitude - latitude) / 2)
    const sinLongitude = Math.sin(((to.lng - from.lng) * TO_RADIANS) / 2)
    const a = sinLatitude ** 2 + Math.cos(latitude) * Math.cos(otherLatitude) * sinLongitude ** 2
    return RADIUS_KM * 2 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a))
  }

  function nearestOf(point: { lng: number; lat: number }): Endpoint | null {
    let best: { distance: number; endpoint: Endpoint } | null = null
    for (const endpoint of endpoints) {
      const entry = { distance: endpoint.factor * haversineKm(point, endpoint.position), endpoint }
      if (best === null || entry.distance < best.distance) best = entry
    }
    return best?.endpoint ?? null
  }

  /** Where along a line of latitude the site of the left cell stops being the nearest. */
  function endOf(left: Cell, lat: number): { lng: number; lat: number } {
    const from = left.lng - REACH * CELL
    const steps = Math.ceil((REACH + 1) * OVERREACH * 10)
    for (let step = 0; step <= steps; step++) {
      const point = { lng: from + step * TENTH, lat }
      if (nearestOf(point) !== left.nearest && point.lng > left.lng - CELL) return point
    }
    return { lng: left.lng + CELL / 2, lat }
  }

  function draw() {
    const grid: Cell[][] = []
    for (let row = 0; row < ROWS; row++) {
      const cells: Cell[] = []
      for (let column = 0; column < COLUMNS; column++) {
        cells.push({ lng: -180 + (column + 0.5) * CELL, lat: -90 + (row + 0.5) * CELL, nearest: null })
      }
      grid.push(cells)
    }
    for (const cells of grid) for (const cell of cells) cell.nearest = nearestOf(cell)

    const polygons = new Map<string, number[][][]>(endpoints.map(({ id }) => [id, []]))
    const borders: object[] = []
    for (const cells of grid) {
      const lat = cells[0]?.lat ?? 0
      let upper = { lng: -180, lat: lat + CELL / 2 }
      let lower = { lng: -180, lat: lat - CELL / 2 }
      cells.forEach((cell, column) => {
        const next = cells[column + 1]
        if (next && next.nearest === cell.nearest) return
        const upperEnd = next ? endOf(cell, lat + CELL / 2) : { lng: 180, lat: lat + CELL / 2 }
        const lowerEnd = next ? endOf(cell, lat - CELL / 2) : { lng: 180, lat: lat - CELL / 2 }
        const ring = [upper, upperEnd, lowerEnd, lower].map((point) => [point.lng, point.lat])
        polygons.get(cell.nearest?.id ?? '')?.push(ring)
        const coordinates = [upperEnd, lowerEnd].map((point) => [point.lng, point.lat])
        borders.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })
        upper = upperEnd
        lower = lowerEnd
      })
    }
    return { polygons, borders }
  }

  const times: number[] = []
  let size = 0
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    size += draw().borders.length
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { milliseconds: times[Math.floor(times.length / 2)] ?? 0, borders: size / runs }
}
