import { describe, expect, it } from 'vitest'
import { benchTable, chosenBy, operationsIn } from './bench.mjs'

describe('the table of benchmarks', () => {
  it('reads from the name how many operations a run holds', () => {
    expect(operationsIn('resolve × 10,000')).toBe(10_000)
    expect(operationsIn('resolve')).toBe(1)
  })

  it('compares each speed with the first of its group, by the median and not by the mean', () => {
    // The mean of the second is four times its median: something else ran on the machine meanwhile.
    const benchmarks = [
      { name: 'by hand × 1,000', median: 0.5, mean: 0.5, hz: 2000 },
      { name: 'compiled × 500', median: 0.5, mean: 2, hz: 500 },
    ]
    const table = benchTable({ files: [{ groups: [{ fullName: 'resolve', benchmarks }] }] })
    const [title, first, second] = table.split('\n').map((line) => line.trim().replace(/ +/g, ' '))
    expect(title).toBe('resolve')
    expect(first).toBe('by hand × 1,000 0.500 ms 2,000,000/s 1.00 ×')
    expect(second).toBe('compiled × 500 0.500 ms 1,000,000/s 0.50 ×')
  })
})

describe('the words after the command', () => {
  const none = { files: null, cli: false, load: false, map: null }

  it('choose files, the command line, the load of the app or its map, and without any all there is', () => {
    expect(chosenBy([])).toEqual({ files: [], cli: true, load: true, map: '' })
    expect(chosenBy(['cli'])).toEqual({ ...none, cli: true })
    expect(chosenBy(['load'])).toEqual({ ...none, load: true })
    expect(chosenBy(['map'])).toEqual({ ...none, map: '' })
    expect(chosenBy(['map=20 loc'])).toEqual({ ...none, map: '20 loc' })
    expect(chosenBy(['shares', 'tune'])).toEqual({ ...none, files: ['shares', 'tune'] })
    expect(chosenBy(['shares', 'map'])).toEqual({ ...none, files: ['shares'], map: '' })
  })
})
