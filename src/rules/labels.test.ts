import { expect, it } from 'vitest'
import { toJson } from '../model/json'
import { decodeRule } from './codec'
import type { RuleDefinition, RuleOf } from './definition'
import { type BranchByType, definitionOf, type RuleType } from './index'

function labelsOf<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  { branches }: RuleOf<T, BranchByType[T]>,
): readonly string[] {
  return branches.map((branch) => definition.labelOf(branch))
}

/** The labels of the branches of a rule of the document. */
function labels(document: unknown): readonly string[] {
  const result = decodeRule(toJson(document), [])
  return result.ok ? labelsOf(definitionOf(result.value), result.value) : []
}

it('labels a branch by what decides about it, in few words', () => {
  expect(labels({ RuleType: 'weighted', Items: [{ Weight: '3' }, { Weight: 'x' }, {}] })).toEqual([
    'Weight 3',
    'Weight ?',
    'Weight ?',
  ])
  expect(labels({ RuleType: 'failover', Primary: {} })).toEqual(['Primary', 'Secondary'])
  expect(labels({ RuleType: 'latency', Regions: [{ Region: 'us-east-1' }, {}] })).toEqual([
    'us-east-1',
    'No Region',
  ])
  expect(labels({ RuleType: 'multivalue', Items: [{}] })).toEqual(['Value'])
})

it('labels places by name, and by code where they have none', () => {
  const places = [
    { Country: '*' },
    { IsDefault: true },
    { Continent: 'EU' },
    { Country: 'FR' },
    { Country: 'US', Subdivision: 'WA' },
    { Country: 'CA', Subdivision: 'ON' },
    { Continent: 'XX' },
    { Country: 'XQ' },
    { IsDefault: false },
  ]
  expect(labels({ RuleType: 'geo', Locations: places })).toEqual([
    'Default',
    'Default',
    'Europe',
    'France',
    'Washington',
    'CA-ON',
    'XX',
    'XQ',
    'No place',
  ])
})

it('labels locations by Region, Local Zone or coordinates', () => {
  const locations = [
    { Location: { Type: 'Region', LocationName: 'aws:route53:eu-west-1' } },
    { Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } },
    { Latitude: '51.50', Longitude: '-0.16' },
    { Latitude: '51.50' },
    { Location: 'here' },
    {},
  ]
  expect(labels({ RuleType: 'geoproximity', GeoproximityLocations: locations })).toEqual([
    'eu-west-1',
    'us-east-1-atl-1a',
    '51.5, −0.16',
    '51.5, ?',
    'No location',
    'No location',
  ])
})
