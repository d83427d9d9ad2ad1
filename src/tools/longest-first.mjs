// @ts-check
import { BaseSequencer } from 'vitest/node'

/** Test files that take longest, the longest first: begun late, they would keep one processor busy alone at the end. */
const LONGEST = [
  'src/formats/fuzz.test.ts',
  'src/rules/registration.test.ts',
  'src/formats/import/import-fuzz.test.ts',
  'src/cli/oracles/powerdns.test.ts',
  'src/formats/route53/aws-cli.test.ts',
  'src/cli/oracles/gdnsd.test.ts',
  'src/geo/atlas.oracle.test.ts',
]

/** Runs the longest test files first, the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId))
  }
}

/** @param {string} file */
function rankOf(file) {
  const rank = LONGEST.findIndex((each) => file.endsWith(`/${each}`))
  return rank < 0 ? LONGEST.length : rank
}
