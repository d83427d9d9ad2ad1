import { describe, expect, test } from 'vitest'
import { exportAws, importAws } from '../aws'
import { openText } from '../open'
import { TEXT_REPAIRS } from './nearly-json'
import { nearlyVariants } from './nearly-variants'
import { applyRepair, policyFixes, repairPolicy } from './repair-policy'
import { fixesOfText, repairText } from './repair-text'

const SOUND =
  '{"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartEndpoint": "a", "Endpoints": {"a": {"Type": "value", "Value": "192.0.2.1"}}}'

/** What people write, what becomes of it, and the code of what is done. */
const TEXTS: readonly (readonly [
  name: string,
  text: string,
  json: string,
  ...codes: (keyof typeof TEXT_REPAIRS)[],
])[] = [
  ['trailing commas', '{"a": [1, 2,], "b": {"c": 3,},}', '{"a": [1, 2], "b": {"c": 3}}', 'repair/commas'],
  ['missing commas', '{"a": 1\n "b": 2}', '{"a": 1,\n "b": 2}', 'repair/commas'],
  ['repeated commas', '{"a": 1,, "b": [,2]}', '{"a": 1, "b": [2]}', 'repair/commas'],
  ['semicolons', '{"a": 1; "b": 2;}', '{"a": 1, "b": 2}', 'repair/commas'],
  [
    'comments',
    '{\n  // one\n  "a": 1, /* two */ "b": 2 # three\n}',
    '{\n  \n  "a": 1,  "b": 2 \n}',
    'repair/comments',
  ],
  [
    'a comment behind a trailing comma',
    '{"a": 1, // one\n}',
    '{"a": 1 \n}',
    'repair/commas',
    'repair/comments',
  ],
  ['single quotes', `{'a': 'it"s', "b": 'c\\'d'}`, '{"a": "it\\"s", "b": "c\'d"}', 'repair/quotes'],
  ['typographic quotes', '{“a”: “b”, ‘c’: „d“}', '{"a": "b", "c": "d"}', 'repair/quotes'],
  ['backticks', '{a: `b\nc`}', '{"a": "b\\nc"}', 'repair/quotes'],
  ['keys without quotes', '{a: 1, b_2: 2, $c: 3}', '{"a": 1, "b_2": 2, "$c": 3}', 'repair/quotes'],
  [
    'words without quotes',
    '{"a": value, "b": us-east-1, "c": 192.0.2.1}',
    '{"a": "value", "b": "us-east-1", "c": "192.0.2.1"}',
    'repair/bare-words',
  ],
  [
    'placeholders without quotes',
    '{"a": ${var.a}, "b": {{ b }}, "c": <c d>, "d": %[1]s, "e": $E}',
    '{"a": "${var.a}", "b": "{{ b }}", "c": "<c d>", "d": "%[1]s", "e": "$E"}',
    'repair/bare-words',
  ],
  ['Python', "{'a': True, 'b': None}", '{"a": true, "b": null}', 'repair/quotes', 'repair/literals'],
  [
    'numbers of other languages',
    '{"a": +5, "b": .5, "c": 5., "d": 1_000, "e": 05}',
    '{"a": 5, "b": 0.5, "c": 5, "d": 1000, "e": 5}',
    'repair/literals',
  ],
  ['Ruby and HCL', '{a => 1, "b" = 2}', '{"a" : 1, "b" : 2}', 'repair/quotes', 'repair/colons'],
  ['odd spaces', '{\u00a0"a":\u200b1}', '{ "a": 1}', 'repair/characters'],
  ['JavaScript', 'const policy = {a: 1};\n', '{"a": 1}', 'repair/surroundings', 'repair/quotes'],
  [
    'braces that Python doubles',
    'P = f"""{{\n "a": {{"b": "{ip}"}}\n}}"""',
    '{\n "a": {"b": "${ip}"}\n}',
    'repair/surroundings',
    'repair/braces',
  ],
  [
    'an end between two members',
    '{"a": {"b": [1, {"c": 2},\n',
    '{"a": {"b": [1, {"c": 2}]}}',
    'repair/commas',
    'repair/cut-off',
  ],
  ['an end behind a member', '{"a": {"b": true', '{"a": {"b": true}}', 'repair/cut-off'],
  [
    'members without braces',
    '"a": {"b": 1},\n"c": 2,\n',
    '{"a": {"b": 1},\n"c": 2}',
    'repair/outer-braces',
    'repair/commas',
  ],
  ['escapes of line breaks', '{\\n  "a": 1\\n}', '{   "a": 1 }', 'repair/characters'],
  [
    'a call of a program',
    'x = {"a": f("b", g())}',
    '{"a": "${f(\\"b\\", g())}"}',
    'repair/bare-words',
    'repair/surroundings',
  ],
  [
    'a variable of a program',
    "f({a: 'b', c: this.d})",
    '{"a": "b", "c": "${this.d}"}',
    'repair/bare-words',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'an interpolated string of C#',
    'var d = $@"{{ ""a"": ""{b}"" }}";',
    '{ "a": "${b}" }',
    'repair/braces',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'variables of a program, also before its first string, but not what it names',
    "f({a: b, c: A, d: e, e: 'x'})",
    '{"a": "${b}", "c": "A", "d": "e", "e": "x"}',
    'repair/bare-words',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'arrays of PHP',
    "$d = ['a' => ['b', 'c'], 'd' => ['e' => $f, 'g' => $h->i]];",
    '{"a" : ["b", "c"], "d" : {"e" : "${f}", "g" : "${h->i}"}}',
    'repair/arrays',
    'repair/bare-words',
    'repair/colons',
    'repair/computed',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'arrays of older PHP',
    "$d = array('RecordType' => array(1, 2), 'b' => array('c' => true));",
    '{"RecordType" : [1, 2], "b" : {"c" : true}}',
    'repair/arrays',
    'repair/colons',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'tables of PowerShell',
    '$d = @{\n a = @( @{ b = "c"; d = $true } )\n e = $f\n}',
    '{\n "a" : [ { "b" : "c", "d" : true } ],\n "e" : "${f}"\n}',
    'repair/arrays',
    'repair/bare-words',
    'repair/colons',
    'repair/commas',
    'repair/literals',
    'repair/quotes',
    'repair/surroundings',
  ],
  [
    'maps of Go',
    'd := map[string]any{"RecordType": []map[string]any{{"b": c}, {"b": "d"}}, "e": map[string]interface{}{"f": true,},}',
    '{"RecordType": [{"b": "${c}"}, {"b": "d"}], "e": {"f": true}}',
    'repair/arrays',
    'repair/bare-words',
    'repair/commas',
    'repair/surroundings',
  ],
  [
    'strings that a program joins or fills in',
    'x = {"a": "lb-" + zone + ".b", "c": f"d-{e}"}',
    '{"a": "lb-${zone}.b", "c": "d-${e}"}',
    'repair/computed',
    'repair/surroundings',
  ],
  [
    'keys of a program: symbols and variables',
    "x({:a => 'b', [c]: 1})",
    '{"a" : "b", "${c}": 1}',
    'repair/colons',
    'repair/computed',
    'repair/quotes',
    'repair/surroundings',
  ],
  ['a sentence before and behind', 'Here it is:\n{"a": 1}\nEnjoy!', '{"a": 1}', 'repair/surroundings'],
]

describe('nearly JSON', () => {
  test.each(TEXTS)('is made of %s', (_, text, json, ...codes) => {
    const [mended] = nearlyVariants(text)
    expect(mended?.text.trim()).toBe(json)
    expect([...new Set(mended?.edits.map(({ code }) => code))].toSorted()).toEqual(codes.toSorted())
    expect(JSON.parse(json)).toBeTypeOf('object')
  })

  test('is what every repair of the text is tested for', () => {
    const tested = new Set(TEXTS.flatMap(([, , , ...codes]) => codes))
    expect(Object.keys(TEXT_REPAIRS).filter((code) => ![...tested].some((each) => each === code))).toEqual([])
  })

  test.each([
    '',
    '{',
    'Hello',
    '{"a": 1',
    '{"a": [], "b"',
    '{"a": [], "b": ',
    '{"a": [], "b": tr',
    '{"a": "b',
    '[1, 2',
    '{"a" 1 2}',
    `${'['.repeat(1_000)}`,
    '{"a": ...}',
  ])('is not made of %j', (text) => {
    expect([...nearlyVariants(text)].filter((mended) => isJson(mended.text))).toEqual([])
  })

  test('is not touched where it is JSON', () => {
    expect([...nearlyVariants(SOUND)]).toEqual([])
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('repairing a text', () => {
  test('makes a document of what a chat program made of one', () => {
    const text = `Sure! Here’s the policy:

{
  // the policy
  “RecordType”: “A”,
  “Endpoints”: {
    “a”: { “Type”: “ip”, “Value”: “192.0.2.1”, },
  },
}`
    expect(openText(text).ok).toBe(false)
    const repaired = repairText(text)
    expect(repaired?.opens).toBe(true)
    expect(repaired?.problems).toEqual([])
    expect(repaired?.textRepairs.map(({ code }) => code)).toEqual([
      'repair/surroundings',
      'repair/comments',
      'repair/quotes',
      'repair/commas',
    ])
    expect(repaired?.after).toBe(`{
  
  "RecordType": "A",
  "Endpoints": {
    "a": { "Type": "value", "Value": "192.0.2.1" }
  },
  "AWSPolicyFormatVersion": "2015-10-01",
  "StartEndpoint": "a"
}`)
  })

  test.each([
    'module.exports = {\n  Endpoints: servers(x => [x]),\n}\n',
    'cat > policy.json <<EOF\n{ "Endpoints": ${x} }\nEOF\n',
    'set -e\nP={ "Endpoints": x }\n',
  ])('says of %j that it is a program', (text) => {
    const opened = openText(text)
    expect(opened.ok ? null : opened.problems[0]?.message).toContain('the text of a program')
  })

  test('finds the document among the arrays of a program in PHP, and says what it is', () => {
    const text = `<?php
$client = new Client(['region' => 'us-east-1']);
$document = [
    'RecordType' => 'A',
    'StartEndpoint' => 'a',
    'Endpoints' => ['a' => ['Type' => 'value', 'Value' => $ip]],
];
`
    const opened = openText(text)
    expect(opened.ok ? null : opened.problems[0]?.message).toContain('the text of a program')
    const repaired = repairText(text)
    expect(repaired?.opens).toBe(true)
    expect(JSON.parse(repaired?.after ?? '')).toEqual({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartEndpoint: 'a',
      Endpoints: { a: { Type: 'value', Value: '${ip}' } },
    })
  })

  test('keeps every character that no repair names', () => {
    const text = SOUND.replace('"Value"', '"value"').replace('"StartEndpoint": "a", ', '')
    expect(repairText(text)?.after).toBe(
      '{"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "Endpoints": {"a": {"Type": "value", "Value": "192.0.2.1"}}, "StartEndpoint": "a"}',
    )
  })

  test('repairs the document inside the output of a tool', () => {
    const inner = SOUND.replace('"value"', '"ELB"').replace('192.0.2.1', 'x-1.us-east-1.elb.amazonaws.com')
    const repaired = repairText(JSON.stringify({ TrafficPolicy: { Name: 'web', Document: inner } }))
    expect(repaired?.before).toBe(inner)
    expect(repaired?.after).toBe(inner.replace('"ELB"', '"elastic-load-balancer"'))
  })

  test('makes only the repairs that are wanted', () => {
    const text = SOUND.replace('"Value"', '"value"').replace('"StartEndpoint": "a", ', '')
    const repaired = repairText(text, { wanted: ({ code }) => code === 'repair/key' })
    expect(repaired?.repairs.map(({ code }) => code)).toEqual(['repair/key'])
    expect(repaired?.offered.map(({ code }) => code)).toEqual(['repair/key', 'repair/start'])
    expect(repaired?.problems.map(({ code }) => code)).toEqual(['policy/no-start'])
  })

  test('leaves a sound document as it is, byte for byte', () => {
    expect(repairText(SOUND)).toMatchObject({
      after: SOUND,
      repairs: [],
      textRepairs: [],
      opens: true,
      problems: [],
    })
  })

  test.each(['Hello', '', '{"catchment":1,"policy":{}}', '{"Statement": ["true" | "false"]}'])(
    'finds nothing to do for %j',
    (text) => {
      expect(repairText(text)).toBeNull()
    },
  )

  test('knows the syntax box of the documentation, and says so', () => {
    const box = '{"Rules": {"r": {"EvaluateTargetHealth": "true" | "false"}}}'
    const opened = openText(box)
    expect(opened.ok ? '' : opened.problems[0]?.message).toMatch(
      /^At line 1, column 49: this is the syntax box of AWS’s documentation/,
    )
    expect(repairText(box)).toBeNull()
  })

  test('is offered beside the problems that it mends', () => {
    const fixes = (text: string) => {
      const opened = openText(text)
      return opened.ok ? [] : [...fixesOfText(text, opened.problems).values()].map(({ code }) => code)
    }
    expect(fixes(SOUND.replace('"RecordType"', 'RecordType'))).toEqual(['repair/text'])
    expect(fixes('{"RecordType":"A","Rules":[]}')).toEqual(['repair/ids'])
    expect(fixes('{"RuleType":"weighted","Items":[]}')).toEqual(['repair/fragment'])
  })
})

describe('repairing an open policy', () => {
  test('changes only its own characters, and keeps what the editor knows branches by', () => {
    const text =
      '{"AWSPolicyFormatVersion":"2015-10-01",  "RecordType":"A","StartRule":"r","Endpoints":{"a":{"Type":"value","Value":"192.0.2.1"}},"Rules":{"r":{"RuleType":"geo","Locations":[{"Country":"UK", "EndpointReference":"a"},{"IsDefault":true,"EndpointReference":"A"}]}}}'
    const imported = importAws(text)
    if (!imported.ok) throw new Error('the document opens')
    const rule = imported.value.policy.rules.get('r')
    const edited =
      rule?.type === 'geolocation'
        ? { ...rule, branches: rule.branches.map((branch) => ({ ...branch, id: `x-${branch.id}` })) }
        : rule
    const policy = edited
      ? { ...imported.value.policy, rules: new Map([['r', edited]]) }
      : imported.value.policy
    const repaired = repairPolicy(policy)
    expect(repaired.repairs.map(({ code }) => code)).toEqual(['repair/reference', 'repair/place'])
    expect(exportAws(repaired.policy)).toBe(text.replace('UK', 'GB').replace('"A"}', '"a"}'))
    expect(repaired.policy.rules.get('r')?.branches.map(({ id }) => id)).toEqual(['x-b1', 'x-b2'])
    expect(repairPolicy(repaired.policy)).toEqual({ policy: repaired.policy, repairs: [] })
  })

  test('can be done one by one, from the problem', () => {
    const imported = importAws(
      '{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"a","StartEndpoint":"b","Endpoints":{"b":{"Type":"value","Value":"192.0.2.1"}}}',
    )
    if (!imported.ok) throw new Error('the document opens')
    const { policy } = imported.value
    const problem = {
      code: 'policy/record-type-unknown',
      severity: 'error',
      message: '',
      path: ['RecordType'],
    } as const
    const fix = policyFixes(policy, [problem]).get(problem)
    expect(fix && exportAws(applyRepair(policy, fix))).toContain('"RecordType":"A"')
  })
})
