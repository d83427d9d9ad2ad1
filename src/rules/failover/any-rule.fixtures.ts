import * as fc from 'fast-check'
import { EMPTY_OBJECT } from '../../model/json'
import { aTarget, sharedKeys } from '../any-branch.fixtures'
import type { RuleOf } from '../definition'
import type { FailoverBranch } from './definition'

/** Failover rules as a document may hold them, sound or not. */
export const anyRule: fc.Arbitrary<RuleOf<'failover', FailoverBranch>> = fc
  .tuple(
    // A rule with neither side cannot be opened.
    fc.record({ ...sharedKeys, target: aTarget.filter((target) => target !== null) }),
    fc.record(sharedKeys),
  )
  .map(([primary, secondary]) => ({
    type: 'failover',
    branches: [
      { ...primary, id: 'primary' },
      { ...secondary, id: 'secondary' },
    ],
    source: EMPTY_OBJECT,
  }))
