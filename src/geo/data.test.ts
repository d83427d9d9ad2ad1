import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import checksums from './data/checksums.json'

const MOST_BYTES = 150_000

describe.each(Object.entries(checksums))('%s', (name, checksum) => {
  const bytes = readFileSync(new URL(`./data/${name}`, import.meta.url))

  it('is what its recipe wrote', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksum)
  })

  it('takes at most 150 kB of gzip', () => {
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES)
  })
})

it('covers the shapes, the places and the internet users', () => {
  expect(Object.keys(checksums)).toEqual(['world.json', 'places.json', 'internet-users.json'])
})
