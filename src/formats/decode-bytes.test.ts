import { expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes'

const TEXT = '\ufeff{"é": "日本"}'
const units = (bigEndian: boolean) => {
  const bytes = new DataView(new ArrayBuffer(TEXT.length * 2))
  for (let index = 0; index < TEXT.length; index++)
    bytes.setUint16(index * 2, TEXT.charCodeAt(index), !bigEndian)
  return new Uint8Array(bytes.buffer)
}

test.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-16 of Windows', units(false)],
  ['UTF-16 the other way round', units(true)],
])('%s is read, and its byte order mark stays', (_, bytes) => {
  expect(decodeBytes(bytes)).toBe(TEXT)
})

test('what is neither is refused', () => {
  expect(decodeBytes(new Uint8Array([0x7b, 0xe9, 0x7d]))).toBeNull()
})
