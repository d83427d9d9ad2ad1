// @ts-check

/**
 * What a check found. Tests that were skipped are neither passed nor failed, but never silent.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** One check without tests of its own. @param {boolean} isGood @returns {Tally} */
export const single = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 })

/** @param {string} json the report of Vitest's reporter "json" @returns {Tally} */
export function tallyOfVitest(json) {
  /** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} Report */
  const report = /** @type {Report} */ (JSON.parse(json))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @param {string} json the report of Playwright's reporter "json" @returns {Tally} */
export function tallyOfPlaywright(json) {
  /** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} Report */
  const { stats } = /** @type {Report} */ (JSON.parse(json))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/**
 * What a check with tests counts for. A run that ends badly without a failed test (a file that does not load, say)
 * has failed all the same, and so has one that skips tests where none may be left out.
 * @param {Tally | undefined} tests undefined when it left no report
 * @param {boolean} isGood whether it ended well
 * @param {boolean} isAllRequired
 * @returns {Tally}
 */
export function judged(tests, isGood, isAllRequired) {
  const tally = tests ?? single(isGood)
  const failed = tally.failed + (isAllRequired ? tally.skipped : 0)
  return { ...tally, failed: isGood ? failed : Math.max(1, failed) }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function total(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The lines by which tests say what they left out. @param {string} output @returns {readonly string[]} */
export function notRun(output) {
  return [...new Set(output.match(/^\s*not run: .*$/gm)?.map((line) => line.trim()))]
}
