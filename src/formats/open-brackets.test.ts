import { expect, test } from 'vitest'
import { openBrackets } from './open-brackets'
import { parseJson } from './parse-json'

test.each([
  ['{"Rules": {"r": {"Items": [{"a": 1}, {"b"', { count: 5, inside: ['Rules', 'r', 'Items'], string: null }],
  ['{"a": {}, "b": [1,', { count: 2, inside: ['b'], string: null }],
  ['{"a": "x\\"y', { count: 1, inside: ['a'], string: '"x\\"y' }],
  ['{"a": [1]}', null],
  ['{"a": [}', null],
])('%s', (text, expected) => {
  expect(openBrackets(text)).toEqual(expected)
})

const messageOf = (text: string) => {
  const parsed = parseJson(text)
  return parsed.ok ? '' : parsed.problems[0]?.message
}

test.each([
  [
    '{"Rules": {"r": {"Items": [',
    'At line 1, column 28: the text ends too early, in “Rules” → “r” → “Items”: 4 brackets are still open. It may have been cut off; copy it again as a whole.',
  ],
  [
    '{"a": "192.0',
    'At line 1, column 7: the text ends inside the string “"192.0”, in “a”: one bracket is still open. It may have been cut off; copy it again as a whole.',
  ],
  [
    '{{\n"a": 1}}',
    'At line 1, column 2: found a second brace. Braces are doubled in a text that Python or a template fills in; write each once.',
  ],
  [
    '{{ .Values.policy }}',
    'At line 1, column 2: found a placeholder of a template outside quotes. Fill it in, or put it in double quotes.',
  ],
  [
    '{"a": {% if x %}1{% endif %}}',
    'At line 1, column 8: found a directive of a template. Open what the template makes, or take the directive out.',
  ],
])('%s says where and how it is no JSON', (text, message) => {
  expect(messageOf(text)).toBe(message)
})
