import { type Json, jsonObject } from '../../model/json'
import type { JsonNode } from '../json-node'

/**
 * CloudFormation's short forms as the long ones: `!Ref x` is `{"Ref": "x"}`, `!Sub x` is `{"Fn::Sub": "x"}`. Other
 * tags say nothing about a policy and are passed over.
 */
export function tagged(tag: string, { json }: JsonNode): Partial<JsonNode> {
  const name = tag.slice(1)
  if (name === 'Ref' || name === 'Condition') return inside(name, json)
  if (!INTRINSICS.has(name)) return {}
  // `!GetAtt a.b` is written with a dot where the long form has a list.
  const split = name === 'GetAtt' && typeof json === 'string' ? json.split(/\.(.*)/s).slice(0, 2) : json
  return inside(`Fn::${name}`, split)
}

function inside(key: string, json: Json): Partial<JsonNode> {
  return { json: jsonObject([[key, json]]), members: [], items: [] }
}

const INTRINSICS = new Set([
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
])
