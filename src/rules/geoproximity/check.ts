import type { Loose } from '../../model/field'
import { examine } from '../../model/field-checks'
import { numberText } from '../../model/number-text'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter, type Subject } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { checkList } from '../sibling-checks'
import { CLOSENESS_PROBLEMS, checkCloseness } from './check-closeness'
import { checkLocation, LOCATION_PROBLEMS } from './check-location'
import type { Located } from './location'

export const GEOPROXIMITY_PROBLEMS = {
  ...LOCATION_PROBLEMS,
  ...CLOSENESS_PROBLEMS,
  'geoproximity/bias-range': { severity: 'error', row: 'V17' },
  'geoproximity/bias-extreme': { severity: 'note', row: 'V17' },
} as const satisfies ProblemTable

const report = reporter(GEOPROXIMITY_PROBLEMS)
/** Most geoproximity records of one name and type (route53.md 5). */
const MOST_LOCATIONS = 30
const LARGEST_BIAS = 99
/** Beyond this a location takes nearly everything or nothing, and a step of one moves borders far. */
const EXTREME_BIAS = 90
const OWN_KEYS = ['Region', 'Latitude', 'Longitude', 'Location', 'Bias']

interface GeoproximityBranch extends Branch, Located {
  readonly bias: Loose<number>
}

/** Problems of a geoproximity rule (route53.md 3.3). */
export function check(
  { branches }: RuleOf<'geoproximity', GeoproximityBranch>,
  context: CheckContext,
): readonly Problem[] {
  return [
    ...checkList(branches, context, 'GeoproximityLocations', MOST_LOCATIONS),
    ...checkCloseness(branches, context),
    ...branches.flatMap((branch) => {
      const subject = context.subjectOf(branch)
      return [
        ...checkBranch(branch, context, OWN_KEYS),
        ...checkLocation(branch, subject, context.formatVersion),
        ...checkBias(branch.bias, subject),
      ]
    }),
  ]
}

function checkBias(bias: Loose<number>, subject: Subject): readonly Problem[] {
  const { value, problems } = examine(bias, subject, 'Bias', 'an integer from −99 to 99')
  if (value === undefined) return problems
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST_BIAS) {
    const message = `Bias ${numberText(value)} of ${subject.name} is out of range; use an integer from −99 to 99, where 0 leaves the distance as it is.`
    return [report('geoproximity/bias-range', subject, message, 'Bias')]
  }
  if (Math.abs(value) <= EXTREME_BIAS) return []
  const message = `Bias ${numberText(value)} of ${subject.name} is extreme: small changes of it move borders far. AWS advises small steps.`
  return [report('geoproximity/bias-extreme', subject, message, 'Bias')]
}
