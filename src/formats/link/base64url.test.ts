import * as fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from './base64url'
import { byteReader, byteWriter } from './bytes'
import { compress, decompress } from './compress'
import { crc32 } from './crc32'

const SEED = 530_011
/** A sign of its own takes one bit of the 53. */
const half = (integer: number) => Math.floor(integer / 2)

describe('base64url', () => {
  test('is what Node makes of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test.each(['A', 'AAAAA', 'AB', 'AAB', 'A=', 'A A', 'AA==', 'A+', 'A/', 'é'])(
    'takes %s for no canonical text',
    (text) => {
      expect(fromBase64url(text)).toBeNull()
    },
  )
})

describe('bytes', () => {
  test('give back the counts and integers that were written', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), (integers) => {
        const writer = byteWriter()
        for (const integer of integers) {
          writer.count(Math.abs(integer))
          writer.integer(half(integer))
        }
        const reader = byteReader(writer.toBytes())
        for (const integer of integers) {
          expect(reader.count()).toBe(Math.abs(integer))
          expect(reader.integer()).toBe(half(integer))
        }
        expect([reader.failed, reader.left]).toEqual([false, 0])
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test('end without an error, but not without saying so', () => {
    const read = [
      (reader: ReturnType<typeof byteReader>) => reader.byte(),
      (reader: ReturnType<typeof byteReader>) => reader.take(1).length,
      (reader: ReturnType<typeof byteReader>) => reader.until(0).length,
      (reader: ReturnType<typeof byteReader>) => reader.count(),
    ]
    for (const each of read) {
      const reader = byteReader(new Uint8Array())
      expect(each(reader)).toBe(0)
      expect(reader.failed).toBe(true)
    }
    const endless = byteReader(new Uint8Array(20).fill(255))
    endless.count()
    expect(endless.failed).toBe(true)
  })
})

describe('compression', () => {
  test('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        expect(decompress(compress(bytes))).toEqual(bytes)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  test('takes bytes that are none of its own, or not all of them, for damaged', () => {
    const whole = compress(new Uint8Array(2_000).map((_, index) => (index * index) % 251))
    expect(decompress(whole.subarray(0, whole.length - 1))).toBe('damaged')
    expect(decompress(new Uint8Array())).toBe('damaged')
    expect(decompress(new Uint8Array([255, 255, 255]))).toBe('damaged')
    expect(decompress(deflateSync(new Uint8Array(3 * 1024 * 1024)))).toBe('too-large')
  })
})

test('CRC-32 of the digits is the check value of its catalogue', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
