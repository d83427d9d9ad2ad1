import { absoluteName } from '../../model/dns/domain-name'
import { readable } from '../../model/field'
import { type Json, jsonNumber, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { Scenario } from '../../scenario/scenario'
import { exportAwsMinified } from '../aws'
import { fingerprint, policyName } from './policy-name'

/**
 * A CloudFormation template of the policy and its record. A changed document or name replaces the policy, the
 * new one before the old one goes; no two may have one name, so the name holds the document's fingerprint.
 */
export function exportCloudFormation(scenario: Scenario): string {
  const { policy, record } = scenario
  const document = exportAwsMinified(policy)
  const type = (readable(policy.recordType) ?? '').replaceAll(/[^A-Za-z0-9]/g, '')
  const template = object({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Traffic policy ${policyName(scenario)}`.slice(0, LONGEST_DESCRIPTION),
    Parameters: object({
      HostedZoneId: object({
        Type: 'AWS::Route53::HostedZone::Id',
        Description: `Id of the hosted zone${record.hostedZone === null ? '' : ` ${record.hostedZone}`}`,
      }),
      TTL: object({
        Type: 'Number',
        Default: jsonNumber(record.ttl),
        MinValue: jsonNumber(0),
        MaxValue: jsonNumber(2_147_483_647),
        Description: 'TTL of the answers, in seconds',
      }),
    }),
    Resources: object({
      TrafficPolicy: object({
        Type: 'AWS::Route53::TrafficPolicy',
        Properties: object({
          Name: policyName(scenario, `-${fingerprint(document)}`),
          Document: document,
        }),
      }),
      // AWS moves a record to no policy of another type (ConflictingTypes): another id is another record.
      [`PolicyRecord${type}`]: object({
        Type: 'AWS::Route53::TrafficPolicyInstance',
        Metadata: object({ Note: TYPE_NOTE }),
        Properties: object({
          HostedZoneId: object({ Ref: 'HostedZoneId' }),
          // As Route 53 gives it back, which the resource type asks for.
          Name: absoluteName(record.name).toLowerCase(),
          TTL: object({ Ref: 'TTL' }),
          TrafficPolicyId: object({ 'Fn::GetAtt': ['TrafficPolicy', 'Id'] }),
          TrafficPolicyVersion: object({ 'Fn::GetAtt': ['TrafficPolicy', 'Version'] }),
        }),
      }),
    }),
  })
  return `${toJsonText(template, 2)}\n`
}

const TYPE_NOTE =
  'The type is in the logical id, since AWS moves a policy record to no policy of another type. Before you change it from or to CNAME, take this resource out of the stack: no name has a CNAME and another record.'

/** CloudFormation's limit, in bytes; names are cut by characters, so with room to spare. */
const LONGEST_DESCRIPTION = 250

function object(members: Readonly<Record<string, Json>>): Json {
  return jsonObject(Object.entries(members))
}
