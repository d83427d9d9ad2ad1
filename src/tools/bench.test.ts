import { describe, expect, it } from 'vitest'
import { benchTable, operationsIn } from './bench.mjs'

describe('the table of benchmarks', () => {
  it('reads from the name how many operations a run holds', () => {
    expect(operationsIn('resolve × 10,000')).toBe(10_000)
    expect(operationsIn('resolve')).toBe(1)
  })

  it('compares each speed with the first of its group', () => {
    const benchmarks = [
      { name: 'by hand × 1,000', median: 0.5, hz: 2000 },
      { name: 'compiled × 500', median: 0.5, hz: 2000 },
    ]
    const table = benchTable({ files: [{ groups: [{ fullName: 'resolve', benchmarks }] }] })
    const [title, first, second] = table.split('\n').map((line) => line.trim().replace(/ +/g, ' '))
    expect(title).toBe('resolve')
    expect(first).toBe('by hand × 1,000 0.500 ms 2,000,000/s 1.00 ×')
    expect(second).toBe('compiled × 500 0.500 ms 1,000,000/s 0.50 ×')
  })
})
