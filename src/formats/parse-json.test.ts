import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson, toJson } from '../model/json'
import { toJsonText } from '../model/json-text'
import { nodeAt } from './json-node'
import { DEEPEST_NESTING, LONGEST_TEXT, parseJson } from './parse-json'

const SEED = 530_002

function problemsOf(text: string): readonly string[] {
  const result = parseJson(text)
  return (result.ok ? result.value.problems : result.problems).map(({ code }) => code)
}

function messageOf(text: string): string {
  const result = parseJson(text)
  return result.ok ? 'opened' : (result.problems[0]?.message ?? 'no message')
}

/** Whether `JSON.parse`, the judge, takes the text. */
function accepts(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('reading JSON', () => {
  test('keeps what JSON.parse loses: order of keys, hard keys, spelling of numbers', () => {
    const text = '{"2":1.50,"1":-0,"__proto__":{"constructor":1e2},"toString":"\\u00e9"}'
    const result = parseJson(text)
    expect(result.ok && toJsonText(result.value.root.json)).toBe(text.replace('\\u00e9', 'é'))
  })

  test('knows where every value stands', () => {
    const text = ' { "a" : [ 10 , {"b":"x"} ] } '
    const result = parseJson(text)
    const node = result.ok ? nodeAt(result.value.root, ['a', 1, 'b']) : undefined
    expect(text.slice(node?.start, node?.end)).toBe('"x"')
    expect(result.ok ? nodeAt(result.value.root, ['a', 2]) : null).toBeUndefined()
  })

  test('takes exactly the texts that JSON.parse takes', () => {
    const signs = [
      ...'{}[]:,"\\/ \t\n\r0123456789.eE+-abtrufnls\u00a0\u2028\ufeff\u0001'.split(''),
      'true',
      'null',
      '"a"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        if (text.startsWith('\ufeff')) return
        expect([text, parseJson(text).ok]).toEqual([text, accepts(text)])
      }),
      { seed: SEED, numRuns: 20_000 },
    )
  })

  test('reads any JSON value to what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const result = parseJson(text)
        expect(result.ok && equalJson(result.value.root.json, toJson(JSON.parse(text)))).toBe(true)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test('lets a byte order mark pass and keeps it', () => {
    const result = parseJson('\ufeff{"a":1}')
    expect(result.ok && result.value.text).toBe('\ufeff{"a":1}')
  })

  test('reports a repeated key, of which the last counts', () => {
    const result = parseJson('{"a":1,\n"b":{"c":1,"c":2},"a":3}')
    expect(result.ok && toJsonText(result.value.root.json)).toBe('{"a":3,"b":{"c":2}}')
    expect(result.ok && result.value.problems.map(({ severity, path }) => ({ severity, path }))).toEqual([
      { severity: 'warning', path: ['a'] },
      { severity: 'warning', path: ['b', 'c'] },
    ])
    expect(result.ok && result.value.problems[1]?.message).toContain('line 2, column 6')
  })

  test('refuses a text that is too large or too deep before it descends', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(problemsOf(deep(DEEPEST_NESTING))).toEqual([])
    expect(problemsOf(deep(DEEPEST_NESTING + 1))).toEqual(['json/too-deep'])
    expect(problemsOf('['.repeat(1_000_000))).toEqual(['json/too-deep'])
    expect(problemsOf(JSON.stringify('['.repeat(1_000)))).toEqual([])
    expect(problemsOf(`"${'x'.repeat(LONGEST_TEXT)}"`)).toEqual(['json/too-large'])
    expect(problemsOf(`"${'x'.repeat(LONGEST_TEXT - 2)}"`)).toEqual([])
  })

  test.each([
    ['', 'the text is empty'],
    ['{not json', 'At line 1, column 2: found “not”. Keys and strings stand in double quotes.'],
    ['{\n  "a": 1,\n}', 'At line 3, column 1: found “}” after a comma. Remove the comma'],
    ['[1, 2,]', 'At line 1, column 7: found “]” after a comma'],
    ['{"a": 1', 'At line 1, column 8: the text ends too early'],
    ['{"a": 1\n\n', 'At line 1, column 8: the text ends too early'],
    ['{"a" 1}', 'At line 1, column 6: expected a colon after the key, but found “1”.'],
    ['{"a": 1\r\n "b": 2}', 'At line 2, column 2: expected a comma between two members, but found “"b"”.'],
    ["{'a': 1}", 'At line 1, column 2: found a single quote'],
    ['{“a”: 1}', 'At line 1, column 2: found a typographic quote'],
    ['{ // note\n}', 'At line 1, column 3: found a comment'],
    ['{"a": ${value}}', 'At line 1, column 7: found a placeholder of a template outside quotes'],
    ['{"a": {{ value }}}', 'At line 1, column 8: found a placeholder'],
    ['{"a": 1,\n...\n}', 'At line 2, column 1: found an ellipsis'],
    ['{"a": 1} {"b": 2}', 'At line 1, column 10: the document ends before this, but then there is “{”.'],
    ['{"a": "x\n"}', 'is not closed on its line'],
    ['{"a": "\\x"}', 'a backslash that escapes nothing'],
    ['{"a": "\\u12"}', 'holds an incomplete \\u escape'],
    ['{"a": "\u0001"}', 'holds a control character'],
    ['{"a": -}', 'found “-”'],
    ['{"a": 01}', 'At line 1, column 8: expected a comma between two members, but found “1”.'],
    ['[1 2]', 'At line 1, column 4: expected a comma between two members, but found “2”.'],
    ['{"a": <value>}', 'found a placeholder of a template'],
    ['{"a": 1.}', 'the number “1.” is not complete'],
    ['{"a":\u00a01}', 'At line 1, column 6: found an invisible character'],
    ['{\\"a\\":1}', 'At line 1, column 2: found a backslash before a quote'],
  ])('says of %j where it fails and what was found', (text, expected) => {
    expect(messageOf(text)).toContain(expected)
  })
})
