import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { escaped } from './ascii-only.mjs'

it('is the same text in strings, templates and patterns', () => {
  const code = "['“é” 🙂', `${1}–é🙂`, /[à-ü]🙂/u.test('é🙂'), /^[^é]$/.test('é')]"
  const ascii = escaped(code)
  expect([...ascii].every((sign) => sign.charCodeAt(0) < 0x80)).toBe(true)
  const made: unknown = runInNewContext(ascii)
  expect(JSON.stringify(made)).toBe(JSON.stringify(['“é” 🙂', '1–é🙂', true, false]))
})
