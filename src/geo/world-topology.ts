import type { Arc, GeometryCollection, MultiPolygon, Positions, Topology } from 'topojson-specification'
import { createIntegerReader, type IntegerReader } from './packed-integers'

/** What a shape carries besides its id (a country code, or an ISO 3166-2 code in the US, Canada and Ukraine). */
export type ShapeProperties = {
  /** English name, where code tables of ours have none (Canada, Ukraine); else empty. */
  readonly name: string
}

export type UnitShape = MultiPolygon<ShapeProperties>

export interface UnitShapes extends GeometryCollection<ShapeProperties> {
  geometries: UnitShape[]
}

/** The units of the world as shapes over shared arcs, in degrees, cut at the antimeridian. */
export type WorldTopology = Topology<{ units: UnitShapes }>

/** `data/world.json`, as `data/build/pack-world.mjs` writes it. */
export interface WorldFile {
  /** Degrees in one step of the packed coordinates. */
  readonly step: number
  /** Code, and for some a name, of each unit. */
  readonly units: readonly (readonly string[])[]
  readonly arcs: string
  readonly shapes: string
}

/** The topology in a world file; throws if the file is damaged. */
export function decodeWorld(file: WorldFile): WorldTopology {
  const readShape = createShapeReader(createIntegerReader(file.shapes))
  const geometries = file.units.map(([id = '', name = '']) => readShape(id, name))
  return {
    type: 'Topology',
    arcs: decodeArcs(createIntegerReader(file.arcs), file.step),
    objects: { units: { type: 'GeometryCollection', geometries } },
  }
}

function decodeArcs(reader: IntegerReader, step: number): Arc[] {
  // Multiples of 0.005 are no binary fractions: dividing by 200 gives the nearest one, and exactly ±180 at the seam.
  const perDegree = Math.round(1 / step)
  let x = 0
  let y = 0
  return times(reader.unsigned(), () =>
    times(reader.unsigned(), (): Positions => {
      x += reader.signed()
      y += reader.signed()
      return [x / perDegree, y / perDegree]
    }),
  )
}

function createShapeReader(reader: IntegerReader): (id: string, name: string) => UnitShape {
  let previousArc = -1

  function arcIndex(): number {
    const move = reader.signed()
    const isReversed = Math.abs(move % 2) === 1
    previousArc += 1 + (move - (isReversed ? 1 : 0)) / 2
    return isReversed ? ~previousArc : previousArc
  }

  return (id, name) => {
    const arcs = times(reader.unsigned(), () =>
      times(reader.unsigned(), () => times(reader.unsigned(), arcIndex)),
    )
    return { type: 'MultiPolygon', id, properties: { name }, arcs }
  }
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = []
  for (let i = 0; i < count; i++) made.push(make())
  return made
}
