import { US_STATES } from '../../geo/us-states'
import { isPlaceholder } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { checkList } from '../sibling-checks'
import { twinsOf } from '../twins'
import { checkPlace, GEOLOCATION_PLACE_PROBLEMS } from './check-place'
import { type GeolocationKeys, placeKey, placeOf } from './location'

export const GEOLOCATION_PROBLEMS = {
  ...GEOLOCATION_PLACE_PROBLEMS,
  'geolocation/duplicate-place': { severity: 'error', row: 'V22' },
  'geolocation/second-default': { severity: 'error', row: 'V22' },
  'geolocation/no-default': { severity: 'warning', row: 'V23' },
  'geolocation/states-without-country': { severity: 'warning', row: 'V24' },
} as const satisfies ProblemTable

const report = reporter(GEOLOCATION_PROBLEMS)
const OWN_KEYS = ['IsDefault', 'Continent', 'Country', 'Subdivision']

type GeolocationBranch = Branch & GeolocationKeys

/** Problems of a geolocation rule (route53.md 3.2, 8). */
export function check(
  { branches }: RuleOf<'geolocation', GeolocationBranch>,
  context: CheckContext,
): readonly Problem[] {
  const twins = twinsOf(branches, keyOf)
  return [
    ...checkList(branches, context, 'Locations'),
    ...checkDefault(branches, context),
    ...checkStates(branches, context),
    ...branches.flatMap((branch) => [
      ...checkBranch(branch, context, OWN_KEYS),
      ...checkPlace(branch, context.subjectOf(branch)),
      ...checkDuplicate(branch, twins.get(branch), context),
    ]),
  ]
}

function keyOf(branch: GeolocationBranch): string | null {
  const open = [branch.continent, branch.country, branch.subdivision].some(isPlaceholder)
  const place = placeOf(branch)
  return open || place.kind === 'none' ? null : placeKey(place)
}

function checkDefault(branches: readonly GeolocationBranch[], context: CheckContext): readonly Problem[] {
  if (branches.length === 0 || branches.some((branch) => placeOf(branch).kind === 'default')) return []
  const message = `${context.subject.name} has no default location: clients at none of its places, and those that no database can place, get no answer. Add a branch with "IsDefault": true.`
  return [report('geolocation/no-default', context.subject, capitalised(message))]
}

// Some addresses are known to be in the US but in no state; AWS advises a US location beside all states.
function checkStates(branches: readonly GeolocationBranch[], context: CheckContext): readonly Problem[] {
  const keys = new Set(branches.map((branch) => placeKey(placeOf(branch))))
  const states = US_STATES.filter(({ code }) => code !== 'DC')
  if (keys.has('country US') || !states.every(({ code }) => keys.has(`subdivision US-${code}`))) return []
  const message = `${context.subject.name} lists every state of the US but not the US itself: clients whose state is not known pass them all by. Add a branch with Country US.`
  return [report('geolocation/states-without-country', context.subject, capitalised(message))]
}

function checkDuplicate(
  branch: GeolocationBranch,
  twin: GeolocationBranch | undefined,
  context: CheckContext,
): readonly Problem[] {
  if (!twin) return []
  const subject = context.subjectOf(branch)
  const other = context.subjectOf(twin).name
  const place = placeOf(branch)
  switch (place.kind) {
    case 'default': {
      const message = `${subject.name} is a second default location beside ${other}; a rule has one at most. Remove one of the two.`
      const key = branch.country === '*' ? 'Country' : 'IsDefault'
      return [report('geolocation/second-default', subject, capitalised(message), key)]
    }
    case 'continent':
    case 'country':
    case 'subdivision': {
      const key = KEY[place.kind]
      const message = `${key} “${place.code}” of ${subject.name} is the place of ${other} too; a place stands in one branch only. Lead that one to a weighted rule if both should answer.`
      return [report('geolocation/duplicate-place', subject, message, key)]
    }
    case 'none':
      return []
  }
}

const KEY = { continent: 'Continent', country: 'Country', subdivision: 'Subdivision' } as const
