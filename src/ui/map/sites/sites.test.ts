import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../../engine/compile'
import { ALL_UP } from '../../../model/world'
import {
  geoproximity,
  latency,
  policyOf,
  type TestRule,
  to,
  weighted,
} from '../../../policy/testing/policy-of'
import { labelOf, placeSites } from './site-labels'
import { type Site, sitesOf } from './sites'

function sites(start: TestRule): readonly Site[] {
  return sitesOf(compilePolicy(policyOf(start), ALL_UP))
}

const FRANKFURT = 'eu-central-1'

describe('the sites of a policy', () => {
  it('are the Regions and coordinates that its rules measure distances to', () => {
    const found = sites(geoproximity([FRANKFURT, 0, to('a')], [[48.86, 2.35], 0, to('b')]))
    expect(
      found.map(({ branches }) => branches.map(({ place, leadsTo }) => `${place} → ${leadsTo}`)),
    ).toEqual([['eu-central-1 → a'], ['48.86, 2.35 → b']])
    expect(found[1]?.latitude).toBeCloseTo(48.86, 9)
    expect(found[1]?.longitude).toBeCloseTo(2.35, 9)
  })

  it('are grouped where several branches stand at one place', () => {
    const [only, ...more] = sites(
      weighted([1, to(geoproximity([FRANKFURT, 0, to('a')]))], [1, to(latency([FRANKFURT, to('b')]))]),
    )
    expect(more).toEqual([])
    expect(only?.branches.map(({ leadsTo }) => leadsTo)).toEqual(['a', 'b'])
    expect(only && labelOf(only)).toBe('a +1')
  })

  it('show what is reached from there, through the rules below', () => {
    const [site] = sites(geoproximity([FRANKFURT, 0, to(weighted([3, to('a')], [1, to('b')]))]))
    expect(site?.mix).toEqual({
      endpoints: [
        { endpoint: 'a', probability: 0.75 },
        { endpoint: 'b', probability: 0.25 },
      ],
      nodata: 0,
    })
  })

  it('are none where only country and weight decide', () => {
    expect(sites(weighted([1, to('a')]))).toEqual([])
  })
})

describe('labels of markers', () => {
  const view = { zoom: 3, left: 900, top: 500, width: 600, height: 400 }

  const labels = (rule: TestRule) =>
    Object.fromEntries(
      placeSites(view, sites(rule)).map(({ site, side, hasRoom }) => [labelOf(site), hasRoom ? side : null]),
    )

  it('stand to the right, or where there they would cover another marker to the left', () => {
    expect(
      labels(geoproximity([[50, 8], 0, to('first')], [[50, 12], 0, to('close')], [[30, 40], 0, to('far')])),
    ).toEqual({
      first: 'left',
      close: 'right',
      far: 'right',
    })
  })

  it('stand to the left where the map ends at the right', () => {
    expect(labels(geoproximity([[50, 80], 0, to('edge')]))).toEqual({ edge: 'left' })
  })

  it('have no room between two other markers', () => {
    expect(
      labels(geoproximity([[50, 8], 0, to('mid')], [[50, 12], 0, to('east')], [[50, 4], 0, to('west')])),
    ).toEqual({
      mid: null,
      east: 'right',
      west: 'left',
    })
  })

  it('stand to the left where buttons lie over the right', () => {
    const all = sites(geoproximity([[50, 8], 0, to('first')]))
    const [free] = placeSites(view, all)
    const { x = 0, y = 0 } = free?.at ?? {}
    const [beside] = placeSites(view, all, [{ left: x + 12, right: x + 40, top: y - 20, bottom: y + 20 }])
    expect([free?.side, beside?.side, beside?.hasRoom]).toEqual(['right', 'left', true])
  })

  it('take part in the order of the Tab key once, however often the world repeats', () => {
    const wide = { zoom: 0, left: 0, top: 0, width: 600, height: 256 }
    const placed = placeSites(wide, sites(geoproximity([FRANKFURT, 0, to('a')])))
    expect(placed.map(({ copy }) => copy)).toEqual([0, 1])
  })
})
