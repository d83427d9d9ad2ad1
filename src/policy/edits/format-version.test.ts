import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/meaning-of'
import { geoproximity, policyFrom, policyOf, to } from '../testing/policy-of'
import { updateBranch } from './branches'
import { downgradeFormat, upgradeFormat } from './format-version'
import { setBranchLocation } from './set-location'
import { edited } from './testing/edited'

const OLD = {
  AWSPolicyFormatVersion: '2015-10-01',
  Rules: {
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: [
        { EndpointReference: 'a', Region: 'aws:route53:us-west-1', Bias: '10' },
        { Latitude: '51.50', EndpointReference: 'b', Longitude: '-0.160', Bias: 0, _note: 'kept' },
        { Location: null, EndpointReference: 'c' },
      ],
    },
    other: { RuleType: 'weighted', Items: [] },
  },
}
const NEW = {
  AWSPolicyFormatVersion: '2023-05-09',
  Rules: {
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: [
        {
          EndpointReference: 'a',
          Location: { Type: 'Region', LocationName: 'aws:route53:us-west-1' },
          Bias: '10',
        },
        {
          Location: { Type: 'Coordinate', Latitude: '51.50', Longitude: '-0.160' },
          EndpointReference: 'b',
          Bias: 0,
          _note: 'kept',
        },
        { Location: null, EndpointReference: 'c' },
      ],
    },
    other: { RuleType: 'weighted', Items: [] },
  },
}

describe('upgrading the format', () => {
  const old = policyFrom(OLD)

  it('moves Regions and coordinates into Location and keeps every spelling', () => {
    expect(JSON.stringify(documentOf(upgradeFormat(old)))).toBe(JSON.stringify(NEW))
  })

  it('leaves other rules the same objects', () => {
    expect(upgradeFormat(old).rules.get('other')).toBe(old.rules.get('other'))
  })

  it('of a policy that is there already changes nothing', () => {
    const there = policyFrom(NEW)
    expect(upgradeFormat(there)).toBe(there)
  })

  it('takes edits with it that were not written yet', () => {
    const biased = updateBranch(old, 'geoproximity', { rule: 'near', branch: 'b1' }, { bias: -7 })
    expect(upgradeFormat(biased).rules.get('near')?.branches[0]).toMatchObject({ bias: -7, form: 'nested' })
  })

  it('mends flat keys in a document that says it is the newer version', () => {
    const mixed = policyFrom({ ...OLD, AWSPolicyFormatVersion: '2023-05-09' })
    expect(documentOf(upgradeFormat(mixed))).toEqual(NEW)
  })

  it('lets a name without its prefix stay to be reported', () => {
    const wrong = policyFrom({
      Rules: { near: { RuleType: 'geoproximity', GeoproximityLocations: [{ Region: 'us-west-1' }] } },
    })
    expect(documentOf(upgradeFormat(wrong))).toMatchObject({
      Rules: {
        near: { GeoproximityLocations: [{ Location: { Type: 'Region', LocationName: 'us-west-1' } }] },
      },
    })
  })
})

describe('downgrading the format', () => {
  it('is the way back, key by key', () => {
    const { Rules } = OLD
    const [first, , third] = Rules.near.GeoproximityLocations
    const coordinates = {
      Latitude: '51.50',
      Longitude: '-0.160',
      EndpointReference: 'b',
      Bias: 0,
      _note: 'kept',
    }
    expect(JSON.stringify(documentOf(edited(downgradeFormat(policyFrom(NEW)))))).toBe(
      JSON.stringify({
        ...OLD,
        Rules: { ...Rules, near: { ...Rules.near, GeoproximityLocations: [first, coordinates, third] } },
      }),
    )
  })

  it('is refused by Local Zones and what cannot be read, and names each', () => {
    const zones = policyFrom({
      AWSPolicyFormatVersion: '2023-05-09',
      Rules: {
        near: {
          RuleType: 'geoproximity',
          GeoproximityLocations: [
            {
              EndpointReference: 'a',
              Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' },
            },
            { Location: { Type: 'Planet' } },
          ],
        },
      },
    })
    expect(downgradeFormat(zones)).toEqual({
      ok: false,
      reason:
        'Version 2015-10-01 of the format has no Local Zones. Give these branches a Region or coordinates first: ' +
        'us-east-1-atl-1a in “near” (to “a”); a location that cannot be read in “near”.',
    })
  })

  it('of a policy that is there already changes nothing', () => {
    const there = policyFrom(OLD)
    expect(edited(downgradeFormat(there))).toBe(there)
  })
})

describe('giving a geoproximity branch its location', () => {
  const at = { rule: 'geoproximity-1', branch: 'b1' }
  const rule = geoproximity(['eu-west-1', 0, to('a')])

  it('refuses a Local Zone in the older version and says which version has them', () => {
    const old = policyOf(rule, { formatVersion: '2015-10-01' })
    const zone = { kind: 'localZone', name: 'us-east-1-atl-1a' } as const
    expect(setBranchLocation(old, at, zone)).toEqual({
      ok: false,
      reason: 'Local Zones need version 2023-05-09 of the format, and this policy is in 2015-10-01.',
    })
    const after = edited(setBranchLocation(upgradeFormat(old), at, zone))
    expect(documentOf(after)).toMatchObject({
      Rules: {
        'geoproximity-1': {
          GeoproximityLocations: [
            { Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } },
          ],
        },
      },
    })
  })

  it('writes the spelling of the policy’s version', () => {
    const location = { kind: 'coordinates', latitude: 51.5, longitude: -0.16 } as const
    const flat = edited(setBranchLocation(policyFrom(OLD), { rule: 'near', branch: 'b1' }, location))
    expect(documentOf(flat)).toMatchObject({
      Rules: { near: { GeoproximityLocations: [{ Latitude: '51.5', Longitude: '-0.16' }, {}, {}] } },
    })
    const nested = edited(setBranchLocation(policyOf(rule), at, location))
    expect(documentOf(nested)).toMatchObject({
      Rules: { 'geoproximity-1': { GeoproximityLocations: [{ Location: { Type: 'Coordinate' } }] } },
    })
  })
})
