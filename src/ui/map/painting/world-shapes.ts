import type { MultiLineString, Position } from 'geojson'
import type { Atlas } from '../../../geo/atlas'
import { mercatorOf } from '../projection'

/** A line or the outline of a piece of land on the square world, where both axes run from 0 to 1. */
export interface WorldShape {
  /** x and y of each point in turn. */
  readonly points: Float64Array
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

/** Everything that is drawn of the world; each list is made when it is first asked for, and kept. */
export interface WorldShapes {
  /** Outlines of land and of lakes in it, to be filled together by the even-odd rule. */
  readonly land: () => readonly WorldShape[]
  readonly coast: () => readonly WorldShape[]
  readonly countries: () => readonly WorldShape[]
  /** Borders of states and provinces. */
  readonly divisions: () => readonly WorldShape[]
}

export function worldShapes(atlas: Atlas): WorldShapes {
  // Most coasts are outlines of land, too.
  const known = new Map<readonly Position[], WorldShape>()
  const shapesOf = ({ coordinates }: MultiLineString) =>
    coordinates.map((line) => {
      const shape = known.get(line) ?? shapeOf(line)
      known.set(line, shape)
      return shape
    })
  return {
    land: once(() => shapesOf(atlas.land())),
    coast: once(() => shapesOf(atlas.borders('coast'))),
    countries: once(() => shapesOf(atlas.borders('country'))),
    divisions: once(() => shapesOf(atlas.borders('division'))),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function shapeOf(line: readonly Position[]): WorldShape {
  const points = new Float64Array(line.length * 2)
  let [west, east, north, south] = [1, 0, 1, 0]
  for (let index = 0; index < line.length; index++) {
    const point = line[index]
    const x = ((point?.[0] ?? 0) + 180) / 360
    const y = mercatorOf(point?.[1] ?? 0)
    points[index * 2] = x
    points[index * 2 + 1] = y
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  return { points, west, east, north, south }
}
