import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson'
import { type BorderKind, bordersOf, coastOf, landOf, shapesOf } from './atlas-drawing'
import { type Coast, createCoast } from './coast'
import { type Containment, createContainment } from './containment'
import { type Coordinates, normaliseCoordinates } from './coordinates'
import { unitNear } from './nearest-land'
import { rasteriseLand } from './raster-land'
import { pixelsOf, westOfSeam } from './raster-pixels'
import { fillSea } from './raster-sea'
import type { RasterView } from './raster-view'
import { type Segments, segmentsOf } from './segments'
import type { Territory, Unit } from './territory'
import { unitsOf } from './units'
import type { WorldTopology } from './world-topology'

/** The value of `unitAt` and in rasters for a place that belongs to no unit: the open sea. */
export const NO_UNIT = -1

/** The shapes of the world and the question which of them a point lies in. */
export interface Atlas {
  readonly units: readonly Unit[]
  /** Index of the unit that contains the point, else of the nearest land within 25 km, else -1. */
  readonly unitAt: (coordinates: Coordinates) => number
  /** Index of the unit that contains the point, -1 at sea, however near land is. */
  readonly landUnitAt: (coordinates: Coordinates) => number
  /** Country, US state and continent of a point; null on the open sea. */
  readonly locate: (coordinates: Coordinates) => Territory | null
  /** Unit index at each pixel centre of a Web-Mercator view, row by row: the very answers of `unitAt`. */
  readonly rasterise: (view: RasterView) => Int16Array
  /** The units as GeoJSON, for drawing; cut at the antimeridian. */
  readonly shapes: () => FeatureCollection<MultiPolygon, Unit>
  /** Outlines of land and of the lakes in it, closed, seams of the map included: to be filled by the even-odd rule. */
  readonly land: () => MultiLineString
  /** Lines for drawing: once around the land, between countries, or between the parts of a country. */
  readonly borders: (kind: BorderKind) => MultiLineString
  /** What of the shapes decides about places, for finding it out for all places of a box at once. */
  readonly linework: () => Linework
}

/** The straight pieces that places are told apart by. */
export interface Linework {
  readonly segments: Segments
  readonly coast: Coast
}

/** An atlas of a topology, of which nothing is copied but what its answers need; throws on a damaged topology. */
export function createAtlas(topology: WorldTopology): Atlas {
  const units = unitsOf(topology)
  const territories = units.map(({ country, subdivision, continent }) => ({
    country,
    subdivision,
    continent,
  }))
  // What answers questions takes most of the time that an atlas takes to make, and drawing does not need it.
  let segments: Segments | undefined
  function segmentsOnceNeeded(): Segments {
    segments ??= segmentsOf(topology)
    return segments
  }
  let containment: Containment | undefined
  function containmentOnceNeeded(): Containment {
    containment ??= createContainment(segmentsOnceNeeded(), units.length)
    return containment
  }
  // Not needed for a point on land either.
  let coast: Coast | undefined
  function coastOnceNeeded(): Coast {
    coast ??= createCoast(segmentsOnceNeeded())
    return coast
  }

  let land: MultiLineString | undefined
  function landOnceNeeded(): MultiLineString {
    land ??= landOf(topology)
    return land
  }

  function landUnitAt(coordinates: Coordinates): number {
    const { latitude, longitude } = pointOf(coordinates)
    return containmentOnceNeeded().unitContaining(longitude, latitude)
  }

  function unitAt(coordinates: Coordinates): number {
    const point = pointOf(coordinates)
    const containing = landUnitAt(point)
    return containing === NO_UNIT ? unitNear(coastOnceNeeded(), point) : containing
  }

  return {
    units,
    unitAt,
    landUnitAt,
    locate: (coordinates) => territories[unitAt(coordinates)] ?? null,
    rasterise(view) {
      const pixels = pixelsOf(view)
      const raster = rasteriseLand(view, pixels, containmentOnceNeeded())
      fillSea(raster, view, pixels, coastOnceNeeded())
      return raster
    },
    shapes: () => shapesOf(topology, units),
    land: landOnceNeeded,
    borders: (kind) => (kind === 'coast' ? coastOf(landOnceNeeded()) : bordersOf(topology, units, kind)),
    linework: () => ({ segments: segmentsOnceNeeded(), coast: coastOnceNeeded() }),
  }
}

function pointOf(coordinates: Coordinates): Coordinates {
  const { latitude, longitude } = normaliseCoordinates(coordinates)
  return { latitude, longitude: westOfSeam(longitude) }
}
