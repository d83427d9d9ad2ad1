import { beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from '../../geo/atlas'
import { type Coordinates, normaliseCoordinates, toRadians } from '../../geo/coordinates'
import { EARTH_RADIUS_KM } from '../../geo/distance'
import { loadAtlas } from '../../geo/load'
import type { Policy } from '../../policy/policy'
import { geolocation, geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { toClient } from '../../rules/client'
import { type CompiledPolicy, compilePolicy } from '../compile'
import { mixKey } from '../coverage-mixes'
import { distributionFor } from '../distribution'
import { seededRandom } from '../random'
import { worldOf } from '../testing/ask'
import { near, nested } from '../testing/coverage-cases'
import { type Outline, outlinesOf } from './outlines'
import { isInRing } from './polygons'
import { ringAreaKm2 } from './ring-area'

const SEED = 20_261_127
const SPHERE_KM2 = 4 * Math.PI * EARTH_RADIUS_KM ** 2
const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/** Across the antimeridian (Russia, Fiji), around a pole (Antarctica) and around an enclave (Lesotho). */
const COUNTRIES = ['RU', 'FJ', 'ZA', 'LS', 'AQ'].map((code) => to(code.toLowerCase(), { Country: code }))

const CASES: readonly { readonly title: string; readonly policy: Policy }[] = [
  { title: 'one endpoint for all', policy: policyOf('everybody') },
  {
    title: 'geoproximity with negative and positive biases',
    policy: policyOf(near(5, 90, (i) => `site-${i}`)),
  },
  {
    title: 'two locations whose border runs past the poles',
    policy: policyOf(geoproximity([[10, 179], 0, to('west')], [[12, -176], 30, to('east')])),
  },
  {
    title: 'geolocation of countries with a default',
    policy: policyOf(geolocation(...COUNTRIES, to('rest', { Country: '*' }))),
  },
  { title: 'geolocation over geoproximity over weighted', policy: policyOf(nested(4)) },
]

describe('outlines', () => {
  let atlas: Atlas
  beforeAll(async () => {
    atlas = await loadAtlas()
  })

  function keyAt(compiled: CompiledPolicy, coordinates: Coordinates): string {
    const { country = null, subdivision = null } = atlas.locate(coordinates) ?? {}
    return mixKey(distributionFor(compiled, toClient({ coordinates, country, subdivision })))
  }

  describe.each(CASES)('of $title', ({ policy }) => {
    const compiled = compilePolicy(policy, worldOf({}))
    let outlines: readonly Outline[]
    beforeAll(() => {
      outlines = outlinesOf(compiled, atlas)
    }, 120_000)

    it('hold every place with the answer that it gets, to within a kilometre', () => {
      const { wrong, checked } = wrongPlaces(compiled, outlines, keyAt)
      expect(wrong).toEqual([])
      expect(checked).toBeGreaterThan(300)
    })

    it('divide the sphere without a gap or an overlap', () => {
      const area = outlines.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)
      expect(area / SPHERE_KM2).toBeCloseTo(1, 12)
      // Every side that is no edge of the map is the side of a neighbour, the other way round.
      const sides = new Set(sidesOf(outlines).map(([a, b]) => `${a} > ${b}`))
      const alone = sidesOf(outlines).filter(([a, b]) => !isOnRim(a, b) && !sides.has(`${b} > ${a}`))
      expect(alone).toEqual([])
    })

    it('are polygons by RFC 7946: closed, outer rings against the clock, cut at the antimeridian', () => {
      for (const polygon of outlines.flatMap(({ polygons }) => polygons)) {
        polygon.forEach((ring, index) => {
          expect(ring.length).toBeGreaterThan(3)
          expect(ring[0]).toEqual(ring.at(-1))
          expect(Math.sign(ringAreaKm2(ring))).toBe(index === 0 ? 1 : -1)
          expect(ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)).toBe(true)
          expect(ring.every(([x], at) => Math.abs(x - (ring[at - 1]?.[0] ?? x)) <= 180)).toBe(true)
        })
      }
    })
  })

  it('follow the shapes of countries exactly', () => {
    const policy = policyOf(
      geolocation(
        to('france', { Country: 'FR' }),
        to('germany', { Country: 'DE' }),
        to('rest', { Country: '*' }),
      ),
    )
    const outlines = outlinesOf(compilePolicy(policy, worldOf({})), atlas)
    const corners = new Set(outlines.flatMap(({ polygons }) => polygons.flat(2).map(String)))
    const germany = shape('DE')
    const common = shape('FR').filter((corner) => germany.includes(corner))
    expect(common.length).toBeGreaterThan(10)
    expect(common.filter((corner) => !corners.has(corner))).toEqual([])

    function shape(country: string): readonly string[] {
      const features = atlas.shapes().features.filter(({ properties }) => properties.country === country)
      return features.flatMap(({ geometry }) => geometry.coordinates.flat(2).map(String))
    }
  })
})

/** Places by chance, half of them anywhere and half near a border, of which the outlines say the wrong thing. */
function wrongPlaces(
  compiled: CompiledPolicy,
  outlines: readonly Outline[],
  keyAt: (compiled: CompiledPolicy, place: Coordinates) => string,
) {
  const random = seededRandom(SEED)
  const corners = outlines.flatMap(({ polygons }) => polygons.flat(2))
  const places = Array.from({ length: 800 }, (_, index): Coordinates => {
    const [x, y] = corners[Math.floor(random() * corners.length)] ?? [0, 0]
    if (index % 2 === 0 && Math.abs(y) < 89) {
      return moved({ latitude: y, longitude: x }, 0.9 + 4 * random(), 2 * Math.PI * random())
    }
    return { latitude: (Math.asin(2 * random() - 1) * 180) / Math.PI, longitude: 360 * random() - 180 }
  })
  const wrong: string[] = []
  let checked = 0
  for (const place of places) {
    const key = keyAt(compiled, place)
    const isInner = Array.from({ length: 48 }, (_, at) =>
      moved(place, at % 2 ? 1 : 0.6, (at * Math.PI) / 24),
    ).every((around) => keyAt(compiled, around) === key)
    if (!isInner) continue
    checked++
    const holding = outlines.filter(({ polygons }) => polygons.some((polygon) => isInPolygon(polygon, place)))
    const found = holding.map(({ mix }) => mixKey(mix))
    if (found.length !== 1 || found[0] !== key) {
      wrong.push(`${place.latitude}, ${place.longitude}: ${found.join(' and ')} instead of ${key}`)
    }
  }
  return { wrong, checked }
}

function moved({ latitude, longitude }: Coordinates, km: number, direction: number): Coordinates {
  const north = (km / KM_PER_DEGREE) * Math.cos(direction)
  const east = ((km / KM_PER_DEGREE) * Math.sin(direction)) / Math.cos(toRadians(latitude))
  return normaliseCoordinates({ latitude: latitude + north, longitude: longitude + east })
}

function isInPolygon([outer = [], ...holes]: Outline['polygons'][number], place: Coordinates): boolean {
  const { latitude: y, longitude: x } = place
  return isInRing(outer, x, y) && !holes.some((hole) => isInRing(hole, x, y))
}

function sidesOf(outlines: readonly Outline[]): readonly (readonly [string, string])[] {
  return outlines.flatMap(({ polygons }) =>
    polygons
      .flat()
      .flatMap((ring) => ring.slice(1).map((end, at) => [String(ring[at]), String(end)] as const)),
  )
}

function isOnRim(a: string, b: string): boolean {
  const [ax, ay] = a.split(',').map(Number)
  const [bx, by] = b.split(',').map(Number)
  return (ax === bx && Math.abs(ax ?? 0) === 180) || (ay === by && Math.abs(ay ?? 0) === 90)
}
