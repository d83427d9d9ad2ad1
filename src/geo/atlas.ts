import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { Coordinates } from './coordinates'
import type { RasterView } from './raster-view'
import type { Territory, Unit } from './territory'

/** The value of `unitAt` and in rasters for a place that belongs to no unit: the open sea. */
export const NO_UNIT = -1

/** A place at sea within this distance of land belongs to the nearest land. */
export const COASTAL_KM = 25

/** The shapes of the world and the question which of them a point lies in. */
export interface Atlas {
  readonly units: readonly Unit[]
  /** Index of the unit that contains the point, else of the nearest land within 25 km, else -1. */
  readonly unitAt: (coordinates: Coordinates) => number
  /** Country, US state and continent of a point; null on the open sea. */
  readonly locate: (coordinates: Coordinates) => Territory | null
  /** Unit index at each pixel centre of a Web-Mercator view, row by row; the same answers as `unitAt`. */
  readonly rasterise: (view: RasterView) => Int16Array
  /** The units as GeoJSON, for drawing; cut at the antimeridian. */
  readonly shapes: () => FeatureCollection<Polygon | MultiPolygon, Unit>
  /** Lines for drawing: `coast` once around the land, `country` between countries, `division` within a country. */
  readonly borders: (kind: BorderKind) => MultiLineString
}

export type BorderKind = 'coast' | 'country' | 'division'
