import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { mixKey } from '../engine/coverage-mixes'
import type { Distribution } from '../engine/distribution'
import type { Outline } from '../engine/outlines/outlines'
import { EARTH_RADIUS_KM } from '../geo/distance'
import type { EndpointId } from '../model/address'
import { percentText } from './words'

/** What a feature says of its places. Keys are those of GeoJSON tools: `fill` and the like are simplestyle's. */
export interface OutlineProperties {
  /** `frankfurt`, or `80 % stable, 20 % canary`, or `No answer`. */
  readonly name: string
  readonly answers: readonly OutlineAnswer[]
  /** Probability of no answer (NODATA), 0…1. */
  readonly noAnswerProbability: number
  /** On a sphere of the mean radius of the earth, sea and all. */
  readonly areaKm2: number
  readonly percentOfEarth: number
  /** Null where demand is not known. The file says what it is a percentage of, and whether it is an estimate. */
  readonly percentOfDemand: number | null
  readonly fill: string
  readonly 'fill-opacity': number
  readonly stroke: string
}

export interface OutlineAnswer {
  readonly endpoint: EndpointId
  /** 0…1: that the endpoint is the answer, or (multivalue) among the answers. */
  readonly probability: number
  readonly colour: string
  /** Down, so that what reaches it is black-holed. */
  readonly down: boolean
}

export type OutlineCollection = FeatureCollection<MultiPolygon, OutlineProperties> & {
  /** What the figures are and where they are from; a foreign member (RFC 7946 6.1). */
  readonly catchment: OutlineNotes
}

export interface OutlineNotes {
  readonly scenario: string
  readonly areas: string
  readonly demand: string
  readonly borders: string
  readonly attribution: string
}

export interface OutlineContext {
  /** What the scenario, or the rule shown alone, is called. */
  readonly title: string
  readonly colourOf: (endpoint: EndpointId) => string
  readonly isDown: (endpoint: EndpointId) => boolean
  /** The part of the demand of each mix by `mixKey`, and what the demand is; null where it is not known. */
  readonly demand: {
    readonly parts: ReadonlyMap<string, number>
    readonly unit: string
    readonly source: string
    readonly places: number
    /** Whether it is the user's own, which is no estimate. */
    readonly own: boolean
  } | null
}

/** The colour of places without an answer, wherever they are drawn. */
export const NO_ANSWER_COLOUR = '#b0181e'

/** Whom the shapes and places of maps are owed to. */
export const MAP_ATTRIBUTION = 'Borders: Natural Earth (public domain). Places: GeoNames (CC BY 4.0).'

const EARTH_KM2 = 4 * Math.PI * EARTH_RADIUS_KM ** 2

/** Five decimals are a metre, far finer than the outlines themselves. */
const DECIMALS = 1e5

/** Outlines as GeoJSON (RFC 7946), one feature for each mix of answers, the largest first. */
export function outlineFeatures(outlines: readonly Outline[], context: OutlineContext): OutlineCollection {
  const { title, demand } = context
  return {
    type: 'FeatureCollection',
    catchment: {
      scenario: title,
      areas: `areaKm2 and percentOfEarth are measured on a sphere of radius ${EARTH_RADIUS_KM} km, sea included`,
      demand: demand ? demandWords(demand) : 'percentOfDemand is not known',
      borders:
        'Within 1 km of the border that queries meet; a place at sea within 25 km of land counts as that land. Points are joined straight in longitude and latitude.',
      attribution: MAP_ATTRIBUTION,
    },
    features: outlines.map((outline) => feature(outline, context)),
  }
}

function feature(
  { mix, polygons, areaKm2 }: Outline,
  { colourOf, isDown, demand }: OutlineContext,
): Feature<MultiPolygon, OutlineProperties> {
  const part = demand?.parts.get(mixKey(mix)) ?? 0
  const fill = mainColour(mix, colourOf)
  return {
    type: 'Feature',
    properties: {
      name: mixName(mix),
      answers: mix.endpoints.map(({ endpoint, probability }) => ({
        endpoint,
        probability,
        colour: colourOf(endpoint),
        down: isDown(endpoint),
      })),
      noAnswerProbability: mix.nodata,
      areaKm2: Math.round(areaKm2),
      percentOfEarth: rounded((areaKm2 / EARTH_KM2) * 100),
      percentOfDemand: demand ? rounded(part * 100) : null,
      fill,
      'fill-opacity': 0.6,
      stroke: fill,
    },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((polygon) =>
        polygon.map((ring) => ring.map(([x, y]) => [toDecimals(x), toDecimals(y)])),
      ),
    },
  }
}

/** The colour of the likeliest answer of a mix. */
export function mainColour(
  { endpoints, nodata }: Distribution,
  colourOf: (id: EndpointId) => string,
): string {
  const [first] = endpoints
  return first && first.probability >= nodata ? colourOf(first.endpoint) : NO_ANSWER_COLOUR
}

/** What a mix is called: `frankfurt`, or `80 % stable, 20 % canary`. */
export function mixName({ endpoints, nodata }: Distribution): string {
  const [only] = endpoints
  if (!only) return 'No answer'
  if (endpoints.length === 1 && nodata === 0) return only.endpoint
  const parts = endpoints.map(({ endpoint, probability }) => `${percentText(probability)} ${endpoint}`)
  if (nodata > 0) parts.push(`${percentText(nodata)} no answer`)
  return parts.join(', ')
}

function toDecimals(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000
}

function demandWords({ unit, source, places, own }: NonNullable<OutlineContext['demand']>): string {
  const is = 'percentOfDemand is the percentage of'
  if (own) return `${is} the user’s own demand (${unit}) at these places. ${source}`
  return `${is} the world’s ${unit} at these places; an estimate from ${places.toLocaleString('en')} places. ${source}`
}
