import type { MultiLineString, Position } from 'geojson'
import type { Atlas } from '../../geo/atlas'
import { mercatorOf } from './projection'

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
  let [west, east, north, south] = [1, 0, 1, 0]
  line.forEach(([longitude = 0, latitude = 0], index) => {
    const x = (longitude + 180) / 360
    const y = mercatorOf(latitude)
    points[index * 2] = x
    points[index * 2 + 1] = y
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  })
  return { points, west, east, north, south }
}
