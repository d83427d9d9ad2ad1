import { describe, expect, it } from 'vitest'
import {
  LOCAL_ZONE_GROUPS,
  LOCAL_ZONES,
  localZoneByName,
  localZoneGroupOf,
  parentRegionOf,
} from './local-zones'
import { REGIONS, regionByCode } from './regions'

const AWKWARD = ['__proto__', 'constructor', 'toString', '', 'US-EAST-1', 'us-east-1 ']

function isOnTheGlobe({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

describe('Regions', () => {
  it('are 41 with distinct codes, 39 of them in the list of Route 53', () => {
    expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(41)
    expect(REGIONS.filter(({ usable }) => !usable).map(({ code }) => code)).toEqual([
      'me-west-1',
      'sa-west-1',
    ])
  })

  it('have points on the globe and say where these come from', () => {
    expect(REGIONS.every(isOnTheGlobe)).toBe(true)
    expect(REGIONS.filter(({ source }) => source === 'aws')).toHaveLength(35)
  })

  it('are found by their exact code and by nothing else', () => {
    expect(regionByCode('eu-central-1')?.name).toBe('Europe (Frankfurt)')
    expect(AWKWARD.map(regionByCode)).toEqual(AWKWARD.map(() => undefined))
  })
})

describe('Local Zones', () => {
  it('are 50 with distinct names, each named after its group', () => {
    expect(new Set(LOCAL_ZONES.map(({ name }) => name)).size).toBe(50)
    expect(LOCAL_ZONES.every(({ name, group }) => name.slice(0, -1) === group)).toBe(true)
    expect(LOCAL_ZONE_GROUPS.every(isOnTheGlobe)).toBe(true)
  })

  it('are found by their exact name and by nothing else', () => {
    expect(localZoneByName('us-east-1-atl-1a')).toMatchObject({ place: 'Atlanta', group: 'us-east-1-atl-1' })
    expect(localZoneByName('us-east-1-atl-1')).toBeUndefined()
    expect(AWKWARD.map(localZoneByName)).toEqual(AWKWARD.map(() => undefined))
  })

  it('have a group even when the zone letter is not listed', () => {
    expect(localZoneGroupOf('us-east-1-abe-1a')?.name).toBe('Allentown')
    expect(localZoneGroupOf('us-east-1-abe-1')).toBeUndefined()
    expect(AWKWARD.map(localZoneGroupOf)).toEqual(AWKWARD.map(() => undefined))
  })

  it('all belong to a Region that Route 53 knows', () => {
    expect(LOCAL_ZONE_GROUPS.every(({ code }) => parentRegionOf(code)?.usable)).toBe(true)
    expect(AWKWARD.slice(0, 5).map(parentRegionOf)).toEqual(Array(5).fill(undefined))
  })
})
