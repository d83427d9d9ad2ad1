import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../model/testing/corpus.fixtures'
import { checkPolicy } from '../policy/check'
import { RULE_TYPES } from '../rules'
import { importAws } from './aws'
import { documentSchema } from './document-schema'

const schema = documentSchema()
const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false }).compile(schema)

function faultsOf(text: string): readonly string[] {
  const document: unknown = JSON.parse(text)
  if (validate(document)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

/** What is wrong with a document of one rule, which leads to one endpoint. */
function faultsOfRule(rule: object): readonly string[] {
  return faultsOf(
    JSON.stringify({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'r',
      Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
      Rules: { r: rule },
    }),
  )
}

describe('the JSON Schema of the document', () => {
  it('is the one that is published', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../public/traffic-policy.schema.json',
    )
  })

  it('takes both spellings of numbers and flags, and placeholders', () => {
    const branch = (extra: object) =>
      faultsOfRule({ RuleType: 'weighted', Items: [{ EndpointReference: 'a', ...extra }] })
    for (const weight of [0, 255, '0', '255', '${weight}']) expect(branch({ Weight: weight })).toEqual([])
    for (const weight of [-1, 256, '256', '1.5', 'many', null])
      expect(branch({ Weight: weight })).not.toEqual([])
    for (const flag of [true, 'false']) expect(branch({ Weight: 1, EvaluateTargetHealth: flag })).toEqual([])
    expect(branch({ Weight: 1, EvaluateTargetHealth: 'yes' })).not.toEqual([])
    expect(branch({ Weight: 1, RuleReference: 'r' })).not.toEqual([])
    expect(branch({})).not.toEqual([])
  })
})

describe('the places of a geolocation rule', () => {
  const faultsOfPlace = (place: object) =>
    faultsOfRule({ RuleType: 'geo', Locations: [{ EndpointReference: 'a', ...place }] })

  it.each([
    { Continent: 'EU' },
    { Country: 'FR' },
    { Country: 'US', Subdivision: 'WA' },
    { Country: '${country}', Subdivision: '${state}' },
    { Country: '*', IsDefault: true },
  ])('may be %o', (place) => {
    expect(faultsOfPlace(place)).toEqual([])
  })

  it.each([
    { Continent: 'EU', Country: 'FR' },
    { Continent: 'NA', Subdivision: 'WA' },
    { Subdivision: 'WA' },
    { Country: 'FR', Subdivision: 'WA' },
  ])('may not be %o', (place) => {
    expect(faultsOfPlace(place)).not.toEqual([])
  })
})

it('has a name of its own; the schema of what is edited here is another', () => {
  expect(schema.$id).toBe('urn:catchment:traffic-policy-document')
  expect(documentSchema(RULE_TYPES).$id).toBeUndefined()
})

describe('IP-based rules', () => {
  const document = {
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartRule: 'r',
    Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
    Rules: {
      r: {
        RuleType: 'cidr',
        CidrCollection: 'offices',
        CidrLocations: [
          { LocationName: 'office', CidrList: ['192.0.2.0/24'], EndpointReference: 'a' },
          { LocationName: '*', EndpointReference: 'a' },
        ],
      },
    },
  }

  it('are none of AWS’s, so that the published schema refuses them', () => {
    expect(faultsOf(JSON.stringify(document))).not.toEqual([])
    expect(schema.description).toContain('IP-based rules (cidr)')
  })

  it('are in the schema of what Catchment edits', () => {
    const ours = new Ajv2020({ strict: true, strictRequired: false }).compile(documentSchema(RULE_TYPES))
    expect(ours(document)).toBe(true)
    expect(ours({ ...document, Rules: { r: { RuleType: 'cidr' } } })).toBe(false)
  })
})

describe('the JSON Schema and the public documents', () => {
  const corpus = readCorpus('the JSON Schema against the public documents')

  it('has documents to be held against, or says that it has none', () => {
    expect(corpus?.length ?? 40).toBeGreaterThanOrEqual(40)
  })

  for (const { file, status, text } of corpus ?? []) {
    if (status === 'not-json') continue
    if (status === 'valid' || status === 'template') {
      it(`takes ${file}, which is ${status}`, () => {
        expect(faultsOf(text)).toEqual([])
      })
    } else {
      it(`finds fault with ${file} only where the checks do`, () => {
        const imported = importAws(text)
        const problems = imported.ok ? checkPolicy(imported.value.policy) : imported.problems
        const isSound = problems.every(({ severity }) => severity === 'note')
        expect(isSound && faultsOf(text).length > 0).toBe(false)
      })
    }
  }
})
