import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policyOf } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { exportAwsMinified } from '../aws'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { exampleScenarios } from '../testing/examples.fixtures'
import { exportCloudFormation } from './cloudformation'

const properties = z.record(z.string(), z.unknown())
const Template = z.object({
  Parameters: properties,
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: properties })),
})
type Template = z.infer<typeof Template>

const spec = loadAwsServiceSpecSync()

function templateOf(scenario: Parameters<typeof exportCloudFormation>[0]): Template {
  return Template.parse(JSON.parse(exportCloudFormation(scenario)))
}

/** What AWS's own specification of resource types has against a template. */
function faultsOf({ Resources, Parameters }: Template): readonly string[] {
  return Object.entries(Resources).flatMap(([name, { Type, Properties }]) => {
    const [type] = spec.lookup('resource', 'cloudFormationType', 'equals', Type)
    if (!type) return [`${name}: no resource type ${Type}`]
    const required = Object.entries(type.properties).filter(([, property]) => property.required === true)
    return [
      ...Object.keys(Properties).filter((key) => !(key in type.properties)),
      ...required.map(([key]) => key).filter((key) => !(key in Properties)),
      ...Object.values(Properties).flatMap((value) => referenceFaults(value, Resources, Parameters)),
    ]
  })
}

function referenceFaults(
  value: unknown,
  resources: Template['Resources'],
  parameters: Template['Parameters'],
): readonly string[] {
  const text = JSON.stringify(value)
  const refs = Array.from(text.matchAll(/"Ref":"(\w+)"/g), ([, name = '']) => name)
  const attributes = Array.from(text.matchAll(/"Fn::GetAtt":\["(\w+)","(\w+)"\]/g))
  return [
    ...refs.filter((name) => !(name in parameters)),
    ...attributes
      .filter(([, name = '', attribute = '']) => {
        const found = spec.lookup('resource', 'cloudFormationType', 'equals', resources[name]?.Type ?? '')
        return found.length === 0 || !(attribute in (found[0]?.attributes ?? {}))
      })
      .map(([all]) => all),
  ]
}

describe('the CloudFormation template', () => {
  it('has only what AWS’s specification of its resource types knows, and all that it requires', () => {
    for (const scenario of [...exampleScenarios(), AWKWARD_SCENARIO]) {
      expect(faultsOf(templateOf(scenario))).toEqual([])
    }
    const spoilt = templateOf(AWKWARD_SCENARIO)
    const { Resources } = spoilt
    const faulty = { ...Resources, Odd: { Type: 'AWS::Route53::TrafficPolicy', Properties: { Nmae: 'x' } } }
    expect(faultsOf({ ...spoilt, Resources: faulty })).toEqual(['Nmae', 'Name', 'Document'])
  })

  it('holds the very document, as a string', () => {
    for (const scenario of [...exampleScenarios(), AWKWARD_SCENARIO]) {
      const { Document } = templateOf(scenario).Resources['TrafficPolicy']?.Properties ?? {}
      expect(Document).toBe(exportAwsMinified(scenario.policy))
    }
  })

  it('gives another document another name, since a replacement stands beside the former policy for a while', () => {
    const nameOf = (id: string) =>
      templateOf(scenarioOf(policyOf(id), 'Shop')).Resources['TrafficPolicy']?.Properties['Name']
    expect(nameOf('a')).toMatch(/^Shop-[0-9a-f]{8}$/)
    expect(nameOf('a')).not.toBe(nameOf('b'))
    const long = scenarioOf(policyOf('a'), 'x'.repeat(600))
    expect(templateOf(long).Resources['TrafficPolicy']?.Properties['Name']).toHaveLength(512)
  })

  it('names the record as Route 53 gives it back', () => {
    const named = { ...AWKWARD_SCENARIO, record: { name: 'WWW.Example.com', hostedZone: null, ttl: 30 } }
    expect(templateOf(named).Resources['PolicyRecordTXT']?.Properties['Name']).toBe('www.example.com.')
  })

  it('has another policy record for another type, since AWS would not move it', () => {
    const idsOf = (recordType: 'A' | 'AAAA') =>
      Object.keys(templateOf(scenarioOf(policyOf('a', { recordType }))).Resources)
    expect(idsOf('A')).toEqual(['TrafficPolicy', 'PolicyRecordA'])
    expect(idsOf('AAAA')).toEqual(['TrafficPolicy', 'PolicyRecordAAAA'])
  })
})
