import { describe, expect, it } from 'vitest'
import { judged, notRun, single, tallyOfPlaywright, tallyOfVitest, total } from './tally.mjs'

describe('the tally', () => {
  it('reads the report of the unit tests', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(tallyOfVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3 })
  })

  it('reads the report of the end-to-end tests, where a flaky test has failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(tallyOfPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('counts a run as failed that ends badly though no test failed', () => {
    expect(judged({ passed: 3, failed: 0, skipped: 0 }, false, false)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    })
    expect(judged(undefined, false, false)).toEqual(single(false))
  })

  it('counts skipped tests as failed only where none may be left out', () => {
    const tests = { passed: 3, failed: 0, skipped: 2 }
    expect(judged(tests, true, false).failed).toBe(0)
    expect(judged(tests, true, true).failed).toBe(2)
  })

  it('adds up', () => {
    expect(total([single(true), single(false), { passed: 4, failed: 0, skipped: 1 }])).toEqual({
      passed: 5,
      failed: 1,
      skipped: 1,
    })
  })

  it('repeats once what was not run', () => {
    const output =
      'stdout | a\nnot run: no corpus beside the repository\n  not run: no server\nnot run: no server\n'
    expect(notRun(output)).toEqual(['not run: no corpus beside the repository', 'not run: no server'])
    expect(notRun('all ran')).toEqual([])
  })
})
