import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_OBJECT, equalJson } from '../model/json'
import { toJsonText } from '../model/json-text'
import { encodePolicy } from '../policy/document'
import { aDocument } from '../policy/documents.fixtures'
import { emptyPolicy, type Policy } from '../policy/policy'
import type { Rule } from '../rules'
import { newBranch } from '../rules/branch'
import { exportAws, exportAwsMinified, exportAwsPretty, importAws, textProblems } from './aws'
import { HANDS, written } from './json-texts.fixtures'

const SEED = 530_004

function opened(text: string): Policy {
  const result = importAws(text)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value.policy
}

/** Documents in the hands that documents are found in, with white space at both ends. */
const aText = fc
  .tuple(
    aDocument,
    fc.constantFrom(...HANDS),
    fc.constantFrom('', '\n', ' \r\n'),
    fc.constantFrom('', '\ufeff', '\n'),
  )
  .map(([document, hand, end, begin]) => begin + written(document, hand) + end)

type Edit = (policy: Policy) => Policy

function withRule(policy: Policy, id: string, change: (rule: Rule) => Rule): Policy {
  const rules = [...policy.rules].map(([key, rule]) => [key, key === id ? change(rule) : rule] as const)
  return { ...policy, rules: new Map(rules) }
}

/** Edits of every sort, of the member that a number picks. */
function editsOf(policy: Policy, pick: number): readonly Edit[] {
  const endpointId = [...policy.endpoints.keys()][pick % policy.endpoints.size] ?? ''
  const ruleId = [...policy.rules.keys()][pick % policy.rules.size] ?? ''
  const value = '203.0.113.99'
  return [
    (edited) => ({ ...edited, recordType: 'AAAA' }),
    (edited) => ({ ...edited, start: { kind: 'endpoint', id: endpointId } }),
    (edited) => ({ ...edited, start: null }),
    (edited) => {
      const endpoints = new Map(edited.endpoints)
      const endpoint = endpoints.get(endpointId)
      return endpoint ? { ...edited, endpoints: endpoints.set(endpointId, { ...endpoint, value }) } : edited
    },
    (edited) => {
      const endpoint = { id: 'new one', type: 'value', value, region: undefined, source: EMPTY_OBJECT }
      return { ...edited, endpoints: new Map(edited.endpoints).set('new one', endpoint) }
    },
    (edited) => {
      const endpoints = new Map(edited.endpoints)
      endpoints.delete(endpointId)
      return { ...edited, endpoints }
    },
    (edited) => withRule(edited, ruleId, removeBranch),
    (edited) => withRule(edited, ruleId, addBranch),
  ]
}

function removeBranch(rule: Rule): Rule {
  if (rule.type === 'multivalue') return { ...rule, branches: rule.branches.slice(1) }
  return rule.type === 'weighted' ? { ...rule, branches: rule.branches.slice(1) } : rule
}

function addBranch(rule: Rule): Rule {
  if (rule.type !== 'weighted') return rule
  const branch = { ...newBranch('new', { kind: 'endpoint', id: 'new one' }), weight: 7 }
  return { ...rule, branches: [...rule.branches, branch] }
}

describe('AWS documents', () => {
  test('come out byte for byte as they went in', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(exportAws(opened(text))).toBe(text)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('come out edited as the policy says, and byte for byte again when the edit is taken back', () => {
    fc.assert(
      fc.property(aText, fc.nat({ max: 7 }), fc.nat(), (text, which, pick) => {
        const policy = opened(text)
        const edit = editsOf(policy, pick)[which] ?? ((same: Policy) => same)
        const exported = exportAws(edit(policy))
        const again = opened(exported)
        expect(toJsonText(encodePolicy(again))).toBe(toJsonText(encodePolicy(edit(policy))))
        expect(equalJson(again.source, encodePolicy(edit(policy)))).toBe(true)
        const { text: _, source, ...values } = policy
        expect(exportAws({ ...edit(policy), ...values, source, text })).toBe(text)
      }),
      { seed: SEED, numRuns: 600 },
    )
  })

  const twoSpaces = [
    '{',
    '  "AWSPolicyFormatVersion":"2015-10-01",',
    '  "RecordType":"A",',
    '  "StartRule":"split",',
    '  "Endpoints":{',
    '    "blue":{ "Type":"value", "Value":"192.0.2.1" },',
    '    "green":{ "Type":"value", "Value":"192.0.2.2" }',
    '  },',
    '  "Rules":{',
    '    "split":{',
    '      "RuleType": "weighted",',
    '      "Items": [',
    '        {',
    '          "EndpointReference": "blue",',
    '          "Weight": "80"',
    '        },',
    '        {',
    '          "Weight": 20,',
    '          "EndpointReference": "green"',
    '        }',
    '      ]',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n')

  const weights = (policy: Policy, ...values: readonly number[]) =>
    withRule(policy, 'split', (rule) =>
      rule.type === 'weighted'
        ? {
            ...rule,
            branches: rule.branches.map((branch, index) => ({ ...branch, weight: values[index] ?? 0 })),
          }
        : rule,
    )

  test('keep strings strings and numbers numbers in an edit', () => {
    const edited = exportAws(weights(opened(twoSpaces), 90, 10))
    expect(edited).toBe(twoSpaces.replace('"80"', '"90"').replace(' 20,', ' 10,'))
  })

  test('get a new branch in the hand of its siblings', () => {
    const edited = exportAws(withRule(opened(twoSpaces), 'split', addBranch))
    const branch = [
      ',',
      '        {',
      '          "EndpointReference": "new one",',
      '          "Weight": "7"',
      '        }',
      '      ]',
    ].join('\n')
    expect(edited).toBe(twoSpaces.replace('\n      ]', branch))
  })

  test('get a new endpoint in the hand of its siblings', () => {
    const policy = opened(twoSpaces)
    const edited = exportAws((editsOf(policy, 0)[4] ?? ((same: Policy) => same))(policy))
    const before = '"green":{ "Type":"value", "Value":"192.0.2.2" }'
    expect(edited).toBe(
      twoSpaces.replace(before, `${before},\n    "new one":{ "Type":"value", "Value":"203.0.113.99" }`),
    )
  })

  test('get a new list in the hand of what is around it', () => {
    const inline = [
      '{',
      '  "RecordType": "A", "StartEndpoint": "blue",',
      '  "Endpoints": {',
      '    "blue": { "Type": "value", "Value": "192.0.2.1" }',
      '  }',
      '}',
    ].join('\n')
    const policy = opened(inline)
    const target = { kind: 'endpoint', id: 'blue' } as const
    const branch = { ...newBranch('b1', target), weight: 1 }
    const rule: Rule = { type: 'weighted', branches: [branch], source: new Map([['RuleType', 'weighted']]) }
    const edited = {
      ...policy,
      start: { kind: 'rule', id: 'split' } as const,
      rules: new Map([['split', rule]]),
    }
    expect(exportAws(edited)).toBe(
      inline
        .replace('"StartEndpoint": "blue"', '"StartRule": "split"')
        .replace(
          '\n  }\n}',
          [
            '\n  },',
            '  "Rules": {',
            '    "split": { "RuleType": "weighted", "Items": [{ "EndpointReference": "blue", "Weight": "1" }] }',
            '  }',
            '}',
          ].join('\n'),
        ),
    )
  })

  test('lose a deleted branch and nothing else', () => {
    const edited = exportAws(withRule(opened(twoSpaces), 'split', removeBranch))
    const gone = '        {\n          "EndpointReference": "blue",\n          "Weight": "80"\n        },\n'
    expect(edited).toBe(twoSpaces.replace(gone, ''))
  })

  test('keep the place of the start and of a renamed rule', () => {
    const policy = opened(twoSpaces)
    const toEndpoint = exportAws({ ...policy, start: { kind: 'endpoint', id: 'blue' } })
    expect(toEndpoint).toBe(twoSpaces.replace('"StartRule":"split"', '"StartEndpoint":"blue"'))
    const rules = new Map([...policy.rules].map(([, rule]) => ['canary', rule] as const))
    const renamed = exportAws({ ...policy, start: { kind: 'rule', id: 'canary' }, rules })
    expect(renamed).toBe(twoSpaces.replaceAll('"split"', '"canary"'))
  })

  test('stay minified', () => {
    const minified = exportAwsMinified(opened(twoSpaces))
    expect(minified).not.toMatch(/\s/)
    const edited = exportAws(withRule(opened(minified), 'split', addBranch))
    expect(edited).toBe(
      minified.replace('"green"}]', '"green"},{"EndpointReference":"new one","Weight":"7"}]'),
    )
  })

  test('keep a repeated key that nobody edited', () => {
    const repeated = twoSpaces.replace('"RecordType":"A"', '"RecordType":"MX", "RecordType":"A"')
    const policy = opened(repeated)
    expect(textProblems(policy).map(({ code }) => code)).toEqual(['json/repeated-key'])
    expect(exportAws(weights(policy, 90, 20))).toBe(repeated.replace('"80"', '"90"'))
    expect(exportAws({ ...policy, recordType: 'AAAA' })).toBe(repeated.replace(':"A"', ':"AAAA"'))
  })

  test('made here are written with two spaces in the order of AWS', () => {
    const policy = opened(exportAwsPretty({ ...opened(twoSpaces), text: null }))
    const made: Policy = {
      ...emptyPolicy(),
      rules: policy.rules,
      endpoints: policy.endpoints,
      start: policy.start,
    }
    expect([...encodePolicy(made).keys()]).toEqual([
      'AWSPolicyFormatVersion',
      'RecordType',
      'StartRule',
      'Endpoints',
      'Rules',
    ])
    expect(exportAws(made)).toBe(exportAwsPretty(made))
    expect(exportAws(emptyPolicy())).toBe(
      '{\n  "AWSPolicyFormatVersion": "2023-05-09",\n  "RecordType": "A"\n}\n',
    )
  })

  test('are taken out of a string and out of the answer of get-traffic-policy', () => {
    const policy = { Id: '11111111-1111-1111-1111-111111111111', Version: 1, Document: twoSpaces }
    const wrapped = [
      JSON.stringify(twoSpaces),
      JSON.stringify(JSON.stringify(twoSpaces)),
      JSON.stringify({ TrafficPolicy: policy }, null, 4),
      JSON.stringify(policy),
      JSON.stringify(twoSpaces).slice(1, -1),
      ` ${twoSpaces.replaceAll('"', '\\"')}\n`,
    ]
    for (const text of wrapped) {
      const result = importAws(text)
      expect(result.ok && exportAws(result.value.policy).trim()).toBe(twoSpaces.trim())
      expect(result.ok && result.value.problems.every(({ code }) => code === 'document/unwrapped')).toBe(true)
    }
  })

  test('say in which wrapper a fault is', () => {
    const result = importAws(JSON.stringify({ TrafficPolicy: { Document: '{"RecordType":}' } }))
    expect(!result.ok && result.problems[0]?.message).toBe(
      'Inside TrafficPolicy.Document: At line 1, column 15: expected a value, but found “}”.',
    )
    const text = importAws('"just a sentence"')
    expect(!text.ok && text.problems[0]?.message).toBe(
      'A traffic policy document is an object, but this is a string.',
    )
  })
})
