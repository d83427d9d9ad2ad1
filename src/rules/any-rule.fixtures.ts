import type * as fc from 'fast-check'
import type { Rule, RuleType } from './index'

const files = import.meta.glob<{ readonly anyRule: fc.Arbitrary<Rule> }>('./*/any-rule.fixtures.ts', {
  eager: true,
})

/** Rules of a type as a document may hold them, sound or not, from the fixtures in the folder of the type. */
export function anyRuleOf(type: RuleType): fc.Arbitrary<Rule> {
  const file = files[`./${type}/any-rule.fixtures.ts`]
  if (!file) throw new Error(`src/rules/${type}/any-rule.fixtures.ts, which exports anyRule, is missing.`)
  return file.anyRule
}
