import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { Unit } from './territory'
import type { WorldTopology } from './world-topology'

/** `coast` runs once around the land, `country` between countries, `division` between the parts of one country. */
export type BorderKind = 'coast' | 'country' | 'division'

/** The units of a topology as GeoJSON. */
export function shapesOf(
  topology: WorldTopology,
  units: readonly Unit[],
): FeatureCollection<MultiPolygon, Unit> {
  const features = topology.objects.units.geometries.flatMap(
    (shape, index): Feature<MultiPolygon, Unit>[] => {
      const unit = units[index]
      const { geometry } = feature(topology, shape)
      return unit ? [{ type: 'Feature', id: unit.index, properties: unit, geometry }] : []
    },
  )
  return { type: 'FeatureCollection', features }
}

/** The outlines of all units together, closed; where the map is cut, along the cut. */
export function landOf(topology: WorldTopology): MultiLineString {
  return mesh(topology, topology.objects.units, (a, b) => a === b)
}

/** The coasts among the outlines of the land; lines that need not be cut are the very same. */
export function coastOf(land: MultiLineString): MultiLineString {
  return { type: 'MultiLineString', coordinates: land.coordinates.flatMap(withoutSeams) }
}

/** The borders of one kind as lines, each once. */
export function bordersOf(
  topology: WorldTopology,
  units: readonly Unit[],
  kind: Exclude<BorderKind, 'coast'>,
): MultiLineString {
  const countries = new Map<GeometryObject, string>(
    topology.objects.units.geometries.map((shape, index) => [shape, units[index]?.country ?? '']),
  )
  const isOfKind = (a: GeometryObject, b: GeometryObject): boolean =>
    a !== b && (countries.get(a) === countries.get(b)) === (kind === 'division')
  const { coordinates } = mesh(topology, topology.objects.units, isOfKind)
  return { type: 'MultiLineString', coordinates: coordinates.flatMap(withoutSeams) }
}

/** A line without its pieces along the antimeridian and at the south pole, where the map is cut but no land ends. */
function withoutSeams(line: Position[]): Position[][] {
  if (!line.some((point, i) => isSeam(line[i - 1] ?? [], point))) return [line]
  const lines: Position[][] = []
  let current: Position[] = []
  line.forEach((point, i) => {
    const previous = line[i - 1]
    if (previous && isSeam(previous, point)) {
      if (current.length > 1) lines.push(current)
      current = []
    }
    current.push(point)
  })
  if (current.length > 1) lines.push(current)
  return lines
}

function isSeam([longitudeA, latitudeA]: Position, [longitudeB, latitudeB]: Position): boolean {
  return (
    (Math.abs(longitudeA ?? 0) === 180 && longitudeA === longitudeB) ||
    (latitudeA === -90 && latitudeB === -90)
  )
}
