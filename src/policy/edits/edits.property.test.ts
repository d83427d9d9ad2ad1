import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Target } from '../../model/address'
import { ENDPOINT_TYPES } from '../../model/endpoint'
import { equalJson } from '../../model/json'
import { deepFreeze } from '../../model/testing/deep-freeze'
import { RULE_TYPES } from '../../rules'
import { encodeRule } from '../../rules/codec'
import { decodePolicy, encodePolicy } from '../document'
import { aPolicy } from '../documents.fixtures'
import { connections, findCycle } from '../graph'
import { emptyPolicy, type Policy, targetExists } from '../policy'
import { meaningOf } from '../testing/meaning-of'
import { addEndpoint, addRule } from './add-node'
import { addSecondValue } from './add-second-value'
import { addBranch, moveBranch, removeBranch, updateBranch } from './branches'
import type { ConnectionSource } from './can-connect'
import { changeRuleType } from './change-rule-type'
import { connect, connectNew, disconnect, reconnect } from './connect'
import { duplicateNodes } from './duplicate-nodes'
import type { Edited } from './edited'
import { downgradeFormat, upgradeFormat } from './format-version'
import { addGeolocationPlaces } from './geolocation-places'
import { insertRuleOn, wrapEndpoint } from './insert-rule'
import { removeNodes } from './remove-nodes'
import { renameEndpoint, renameRule } from './rename'
import { setBranchLocation } from './set-location'
import { setEndpointType, setRecordType, updateEndpoint } from './update-endpoint'

const SEED = 20_261_123

/** Five numbers pick an edit and what it is done to, so that any sequence of them is a sequence of edits. */
type Numbers = readonly [number, number, number, number, number]
const someEdit = fc.tuple(fc.nat(EDITS().length - 1), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))

interface Pick {
  readonly policy: Policy
  readonly rule: string
  readonly endpoint: string
  readonly branch: string
  readonly source: ConnectionSource
  readonly target: Target
  readonly ruleType: (typeof RULE_TYPES)[number]
  readonly number: number
}

function EDITS(): readonly ((pick: Pick) => Policy | Edited)[] {
  return [
    ({ policy, ruleType }) => addRule(policy, ruleType),
    ({ policy, number }) => addEndpoint(policy, { type: at(ENDPOINT_TYPES, number) ?? 'value' }),
    ({ policy, source, target }) => connect(policy, source, target),
    ({ policy, rule, target }) => connectNew(policy, rule, target),
    ({ policy, source }) => disconnect(policy, source),
    ({ policy, source, target, rule, branch }) =>
      reconnect(policy, source, { from: { rule, branch }, target }),
    ({ policy, rule, target, number }) => addBranch(policy, rule, number % 2 ? target : null),
    ({ policy, rule, branch }) => removeBranch(policy, rule, branch),
    ({ policy, rule, branch, number }) => moveBranch(policy, rule, branch, number % 5),
    ({ policy, rule, branch, number }) =>
      updateBranch(policy, 'weighted', { rule, branch }, { weight: number }),
    ({ policy, rule, branch, number }) =>
      updateBranch(policy, 'geoproximity', { rule, branch }, { bias: -number }),
    ({ policy, rule, number }) => renameRule(policy, rule, `renamed-${number % 4}`),
    ({ policy, endpoint, number }) => renameEndpoint(policy, endpoint, `renamed-${number % 4}`),
    ({ policy, target, number }) => removeNodes(policy, [target], number % 2 ? 'keep' : 'drop'),
    ({ policy, target, rule }) => duplicateNodes(policy, [target, { kind: 'rule', id: rule }]).policy,
    ({ policy, rule, ruleType, number }) =>
      changeRuleType(policy, rule, ruleType, number % 2 ? 'nest' : 'refuse'),
    ({ policy, source, ruleType }) => insertRuleOn(policy, source, ruleType),
    ({ policy, endpoint, ruleType }) => wrapEndpoint(policy, endpoint, ruleType),
    ({ policy, endpoint }) => addSecondValue(policy, endpoint, ['192.0.2.1', '192.0.2.2']),
    ({ policy, rule, target }) =>
      addGeolocationPlaces(
        policy,
        rule,
        [
          { kind: 'country', code: 'FR' },
          { kind: 'continent', code: 'EU' },
        ],
        target,
      ),
    ({ policy, rule, branch, number }) =>
      setBranchLocation(policy, { rule, branch }, at(LOCATIONS, number) ?? { kind: 'none' }),
    ({ policy }) => upgradeFormat(policy),
    ({ policy }) => downgradeFormat(policy),
    ({ policy, endpoint, number }) =>
      setEndpointType(policy, endpoint, at(ENDPOINT_TYPES, number) ?? 'value'),
    ({ policy, endpoint, number }) => updateEndpoint(policy, endpoint, { value: `192.0.2.${number}` }),
    ({ policy, number }) => setRecordType(policy, at(['A', 'AAAA', 'CNAME'], number) ?? 'A'),
  ]
}

const LOCATIONS = [
  { kind: 'region', name: 'eu-west-1' },
  { kind: 'localZone', name: 'us-east-1-atl-1a' },
  { kind: 'coordinates', latitude: 51.5, longitude: -0.16 },
  { kind: 'none' },
] as const

function at<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(1, items.length)]
}

function pickFrom(policy: Policy, [, a, b, c, number]: Numbers): Pick {
  const rules = [...policy.rules.keys()]
  const endpoints = [...policy.endpoints.keys()]
  const rule = at(rules, a) ?? 'none'
  const branch = at(policy.rules.get(rule)?.branches ?? [], b)?.id ?? 'none'
  const nodes: Target[] = [
    ...rules.map((id): Target => ({ kind: 'rule', id })),
    ...endpoints.map((id): Target => ({ kind: 'endpoint', id })),
  ]
  return {
    policy,
    rule,
    endpoint: at(endpoints, b) ?? 'none',
    branch,
    source: number % 7 === 0 ? null : { rule, branch },
    target: at(nodes, c) ?? { kind: 'endpoint', id: 'none' },
    ruleType: at(RULE_TYPES, c) ?? 'weighted',
    number,
  }
}

function applyOne(policy: Policy, numbers: Numbers): Policy {
  const edit = at(EDITS(), numbers[0])
  const edited = edit?.(pickFrom(deepFreeze(policy), numbers)) ?? policy
  if ('ok' in edited) return edited.ok ? edited.policy : policy
  return edited
}

const anyStart = fc.oneof(fc.constant(emptyPolicy()), aPolicy)

it('no sequence of edits makes a circle, a dangling reference or a document that does not read back as it is', () => {
  fc.assert(
    fc.property(anyStart, fc.array(someEdit, { maxLength: 25 }), (start, edits) => {
      const policy = edits.reduce(applyOne, start)
      expect(findCycle(policy)).toBeNull()
      expect(connections(policy).filter(({ target }) => !targetExists(policy, target))).toEqual([])
      const reread = decodePolicy(encodePolicy(policy), null)
      expect(reread.ok && meaningOf(reread.value)).toEqual(meaningOf(policy))
    }),
    { seed: SEED, numRuns: 500 },
  )
})

it('renaming there and back changes nothing', () => {
  fc.assert(
    fc.property(aPolicy, (policy) => {
      for (const id of policy.rules.keys()) {
        const there = renameRule(policy, id, 'quite-another')
        if (!there.ok) throw new Error(there.reason)
        const back = renameRule(there.policy, 'quite-another', id)
        // Ids that were read may be of any kind, but only plain ones are given.
        if (back.ok) expect(encodePolicy(back.policy)).toEqual(encodePolicy(policy))
      }
    }),
    { seed: SEED, numRuns: 200 },
  )
})

it('what an edit does not touch stays the very same object', () => {
  fc.assert(
    fc.property(aPolicy, someEdit, (policy, numbers) => {
      const edited = applyOne(policy, numbers)
      for (const [id, rule] of policy.rules) {
        const after = edited.rules.get(id)
        if (after && equalJson(encodeRule(after), encodeRule(rule))) expect(after).toBe(rule)
      }
      for (const [id, endpoint] of policy.endpoints) {
        const after = edited.endpoints.get(id)
        if (after && after.type === endpoint.type && after.value === endpoint.value)
          expect(after).toBe(endpoint)
      }
      if (equalJson(encodePolicy(edited), encodePolicy(policy))) expect(edited).toBe(policy)
    }),
    { seed: SEED, numRuns: 500 },
  )
})
