import { expect, it } from 'vitest'
import { escaped } from './ascii-only.mjs'

it('is the same text in strings, templates and patterns', async () => {
  const code = "export const all = ['“é” 🙂', `${1}–é🙂`, /[à-ü]🙂/u.test('é🙂'), /^[^é]$/.test('é')]"
  const ascii = escaped(code)
  expect(ascii).toMatch(/^[\u0000-\u007f]*$/)
  const url = `data:text/javascript,${encodeURIComponent(ascii)}`
  expect(await import(/* @vite-ignore */ url)).toEqual({ all: ['“é” 🙂', '1–é🙂', true, false] })
})
