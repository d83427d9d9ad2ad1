import type { MultiLineString, Position } from 'geojson'
import type { Atlas } from '../../geo/atlas'
import { toRadians } from '../../geo/coordinates'
import { MERCATOR_LATITUDE } from './projection'

/** A line or the outline of a piece of land on the square world, where both axes run from 0 to 1. */
export interface WorldShape {
  /** x and y of each point in turn. */
  readonly points: Float64Array
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

/** Everything that is drawn of the world, made once. */
export interface WorldShapes {
  /** Outlines of land and of lakes in it, to be filled together by the even-odd rule. */
  readonly land: readonly WorldShape[]
  readonly coast: readonly WorldShape[]
  readonly countries: readonly WorldShape[]
  /** Borders of states and provinces. */
  readonly divisions: readonly WorldShape[]
}

export function worldShapes(atlas: Atlas): WorldShapes {
  const rings = atlas.shapes().features.flatMap(({ geometry }) => geometry.coordinates.flat())
  return {
    land: rings.map(shapeOf),
    coast: linesOf(atlas.borders('coast')),
    countries: linesOf(atlas.borders('country')),
    divisions: linesOf(atlas.borders('division')),
  }
}

function linesOf({ coordinates }: MultiLineString): readonly WorldShape[] {
  return coordinates.map(shapeOf)
}

function shapeOf(line: readonly Position[]): WorldShape {
  const points = new Float64Array(line.length * 2)
  line.forEach(([longitude = 0, latitude = 0], index) => {
    const clamped = Math.min(MERCATOR_LATITUDE, Math.max(-MERCATOR_LATITUDE, latitude))
    points[index * 2] = (longitude + 180) / 360
    points[index * 2 + 1] = (1 - Math.asinh(Math.tan(toRadians(clamped))) / Math.PI) / 2
  })
  const xs = points.filter((_, index) => index % 2 === 0)
  const ys = points.filter((_, index) => index % 2 === 1)
  return {
    points,
    west: xs.reduce((a, b) => Math.min(a, b), 1),
    east: xs.reduce((a, b) => Math.max(a, b), 0),
    north: ys.reduce((a, b) => Math.min(a, b), 1),
    south: ys.reduce((a, b) => Math.max(a, b), 0),
  }
}
