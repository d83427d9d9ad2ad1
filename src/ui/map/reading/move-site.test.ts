import { describe, expect, it } from 'vitest'
import { geoproximity, policyOf, to } from '../../../policy/testing/policy-of'
import { coordinatesOf } from '../../../rules/geoproximity/location'
import { screenPointsOf } from '../projection'
import { clashAt, coordinatesLocation, snapNear, snapTargets, snapTowards } from './move-site'

const policy = policyOf(geoproximity(['eu-central-1', 0, to('a')], [[10, 20], 0, to('b')]))
const view = { zoom: 2, left: 0, top: 0, width: 1024, height: 1024 }

describe('moving a location on the map', () => {
  it('rounds coordinates to the two decimals that Route 53 takes', () => {
    expect(coordinatesLocation({ latitude: 48.85661, longitude: -0.001 })).toEqual({
      kind: 'coordinates',
      latitude: 48.86,
      longitude: 0,
    })
  })

  it('snaps to the nearest Region or Local Zone within reach', () => {
    const targets = snapTargets(policy)
    const nearest = snapNear(targets, view, { x: 512, y: 340 }, 2000)
    expect(nearest && coordinatesOf(nearest.location)).not.toBeNull()
    expect(snapNear(targets, view, { x: 400, y: 700 }, 10)).toBeNull()
  })

  it.each(['ap-east-2', 'ap-southeast-7', 'us-west-2', 'mx-central-1'])(
    'stays a Region, or a Local Zone, where both stand at the place of %s',
    (region) => {
      const targets = snapTargets(policy)
      const found = targets.find(({ location }) => location.kind === 'region' && location.name === region)
      const at = found && screenPointsOf(view, found)[0]
      if (!at) throw new Error(`${region} is not on the map`)
      for (const kind of ['region', 'localZone'] as const)
        expect(snapNear(targets, view, at, 28, kind)?.location.kind).toBe(kind)
    },
  )

  it('offers no Local Zones in a document of 2015', () => {
    const kinds = (formatVersion: string) =>
      new Set(snapTargets({ ...policy, formatVersion }).map(({ location }) => location.kind))
    expect(kinds('2023-05-09')).toEqual(new Set(['region', 'localZone']))
    expect(kinds('2015-10-01')).toEqual(new Set(['region']))
  })

  it('goes from Region to Region by arrow keys, in the direction of the key', () => {
    const targets = snapTargets(policy).filter(({ location }) => location.kind === 'region')
    const frankfurt = { latitude: 50.03, longitude: 8.56 }
    const west = snapTowards(targets, view, frankfurt, [-1, 0])
    expect(west?.longitude).toBeLessThan(8.56)
    const north = snapTowards(targets, view, frankfurt, [0, -1])
    expect(north?.latitude).toBeGreaterThan(50.03)
  })

  it('warns of another location in the same metropolitan area', () => {
    const moved = { rule: 'geoproximity-1', branch: branchOf('b'), location: { kind: 'none' } as const }
    expect(clashAt(policy, moved, coordinatesLocation({ latitude: 50.1, longitude: 8.6 }))).toMatch(
      /^This location stands only \d+ km from the location of a; AWS refuses two locations/,
    )
    expect(clashAt(policy, moved, coordinatesLocation({ latitude: 40, longitude: 8.6 }))).toBeNull()
  })

  it('warns of a Region and a Local Zone in the same metropolitan area', () => {
    const moved = { rule: 'geoproximity-1', branch: branchOf('b'), location: { kind: 'none' } as const }
    const inAuckland = policyOf(geoproximity(['ap-southeast-6', 0, to('a')], [[10, 20], 0, to('b')]))
    expect(clashAt(inAuckland, moved, { kind: 'localZone', name: 'ap-southeast-2-akl-1a' })).toMatch(
      /^This location stands only 17 km from the location of a; AWS refuses two locations/,
    )
  })
})

function branchOf(endpoint: string): string {
  const branches = policy.rules.get('geoproximity-1')?.branches ?? []
  return branches.find(({ target }) => target?.id === endpoint)?.id ?? ''
}
