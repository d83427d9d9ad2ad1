import { describe, expect, it } from 'vitest'
import { RULE_TYPES } from '../rules'
import { documentSchema } from './document-schema'
import { schemaAt, wordsOf } from './schema-lookup'

const SCHEMA = documentSchema()
const DOCUMENT = {
  Endpoints: { a: { Type: 'value' } },
  Rules: {
    place: { RuleType: 'geo', Locations: [{ Country: 'FR' }] },
    open: {},
    pair: { RuleType: 'failover' },
  },
}
const keysAt = (...path: (string | number)[]) =>
  Object.keys(schemaAt(SCHEMA, DOCUMENT, path)?.properties ?? {})
const wordsAt = (...path: (string | number)[]) => wordsOf(schemaAt(SCHEMA, DOCUMENT, path) ?? {})

describe('what the schema says of a place', () => {
  it('knows the keys of the document, of an endpoint and of a branch of the rule’s own type', () => {
    expect(keysAt()).toContain('AWSPolicyFormatVersion')
    expect(keysAt('Endpoints', 'a')).toEqual(['Type', 'Value', 'Region'])
    expect(keysAt('Rules', 'place', 'Locations', 0)).toEqual([
      'EndpointReference',
      'RuleReference',
      'EvaluateTargetHealth',
      'HealthCheck',
      'IsDefault',
      'Continent',
      'Country',
      'Subdivision',
    ])
    expect(keysAt('Rules', 'pair', 'Primary')).not.toContain('Country')
  })

  it('offers the type of a rule while it has none', () => {
    expect(keysAt('Rules', 'open')).toEqual(['RuleType'])
    expect(wordsAt('Rules', 'open', 'RuleType')).toEqual(expect.arrayContaining(['"geo"', '"failover"']))
  })

  it('knows the words that a value may be', () => {
    expect(wordsAt('Endpoints', 'a', 'Type')).toContain('"s3-website"')
    expect(wordsAt('Rules', 'place', 'Locations', 0, 'Country')).toEqual(
      expect.arrayContaining(['"*"', '"FR"']),
    )
    expect(wordsAt('Rules', 'place', 'Locations', 0, 'IsDefault')).toEqual([
      'true',
      'false',
      '"true"',
      '"false"',
    ])
  })

  it('knows the keys of an IP-based rule where the schema is of what Catchment edits', () => {
    const document = { Rules: { r: { RuleType: 'cidr', CidrLocations: [{}] } } }
    const at = (...path: (string | number)[]) => schemaAt(documentSchema(RULE_TYPES), document, path)
    expect(Object.keys(at('Rules', 'r')?.properties ?? {})).toEqual([
      'RuleType',
      'CidrCollection',
      'CidrLocations',
    ])
    const branch = at('Rules', 'r', 'CidrLocations', 0)
    expect(Object.keys(branch?.properties ?? {})).toEqual(
      expect.arrayContaining(['LocationName', 'CidrList']),
    )
    expect(at('Rules', 'r', 'CidrLocations', 0, 'CidrList')?.description).toContain('1 to 24 bits')
    expect(schemaAt(SCHEMA, document, ['Rules', 'r', 'CidrLocations', 0])).toBeNull()
  })

  it('says nothing of places that the format does not know', () => {
    expect(schemaAt(SCHEMA, DOCUMENT, ['Nothing', 'here'])).toBeNull()
    expect(schemaAt(SCHEMA, DOCUMENT, ['Rules', 'place', 'Items', 0])).toBeNull()
    expect(schemaAt(SCHEMA, null, ['Rules', 'x', 'RuleType'])).not.toBeNull()
  })
})
