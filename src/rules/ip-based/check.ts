import { isPlaceholder } from '../../model/field'
import { capitalised, examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { checkList } from '../sibling-checks'
import { twinsOf } from '../twins'
import { BLOCK_PROBLEMS, checkBlocks } from './check-blocks'
import { checkOverlaps, OVERLAP_PROBLEMS } from './check-overlaps'
import { DEFAULT_LOCATION, type IpBasedKeys, isDefaultLocation, isLocationName } from './location'

export const IP_BASED_PROBLEMS = {
  ...BLOCK_PROBLEMS,
  ...OVERLAP_PROBLEMS,
  'ip-based/collection-name': { severity: 'error', row: '3.7' },
  'ip-based/location-missing': { severity: 'error', row: '3.7' },
  'ip-based/location-name': { severity: 'error', row: '3.7' },
  'ip-based/duplicate-location': { severity: 'error', row: '3.7' },
  'ip-based/second-default': { severity: 'error', row: '3.7' },
  'ip-based/no-default': { severity: 'warning', row: '3.7' },
} as const satisfies ProblemTable

const report = reporter(IP_BASED_PROBLEMS)

type IpBasedBranch = Branch & IpBasedKeys

/** What a CIDR collection may be called; the id that Route 53 gives it fits as well. */
const COLLECTION_NAME = /^[0-9A-Za-z_-]{1,64}$/

/** Problems of an IP-based rule (route53.md 3.7). */
export function check(
  { branches }: RuleOf<'ip-based', IpBasedBranch>,
  context: CheckContext,
): readonly Problem[] {
  const twins = twinsOf(branches, ({ locationName }) =>
    typeof locationName === 'string' && !isPlaceholder(locationName) ? locationName : null,
  )
  return [
    ...checkCollection(context),
    ...checkList(branches, context, 'CidrLocations'),
    ...checkDefault(branches, context),
    ...branches.flatMap((branch) => [
      ...checkBranch(branch, context, ['LocationName', 'CidrList']),
      ...checkName(branch, context),
      ...checkDuplicate(branch, twins.get(branch), context),
      ...checkBlocks(branch, context.subjectOf(branch)),
    ]),
    ...checkOverlaps(branches, context),
  ]
}

function checkCollection({ written, subject }: CheckContext): readonly Problem[] {
  const name = written.get('CidrCollection')
  if (name === undefined || name === null || isPlaceholder(name)) return []
  if (typeof name === 'string' && COLLECTION_NAME.test(name)) return []
  const shown = typeof name === 'string' ? ` ${quote(name)}` : ''
  const message = `CidrCollection${shown} of ${subject.name} is no name of a CIDR collection; use 1 to 64 letters, digits, “-” or “_”, or the id that Route 53 shows.`
  return [report('ip-based/collection-name', subject, message, 'CidrCollection')]
}

function checkDefault(branches: readonly IpBasedBranch[], context: CheckContext): readonly Problem[] {
  if (branches.length === 0 || branches.some(isDefaultLocation)) return []
  const message = `${context.subject.name} has no default location: clients whose address is in none of its blocks, or is not known, get no answer. Add a branch with "LocationName": "*".`
  return [report('ip-based/no-default', context.subject, capitalised(message))]
}

function checkName(branch: IpBasedBranch, context: CheckContext): readonly Problem[] {
  const subject = context.subjectOf(branch)
  const { value, absent, problems } = examine(
    branch.locationName,
    subject,
    'LocationName',
    'the name of a location, or *',
  )
  if (absent) {
    const message = `LocationName is missing in ${subject.name}; name the location, such as office, or write * for the default.`
    return [report('ip-based/location-missing', subject, message)]
  }
  if (value === undefined || value === DEFAULT_LOCATION || isLocationName(value)) return problems
  const message = `LocationName ${quote(value)} of ${subject.name} is no name of a location; use 1 to 16 letters, digits, “-” or “_”, or * for the default.`
  return [report('ip-based/location-name', subject, message, 'LocationName')]
}

function checkDuplicate(
  branch: IpBasedBranch,
  twin: IpBasedBranch | undefined,
  context: CheckContext,
): readonly Problem[] {
  if (!twin || typeof branch.locationName !== 'string') return []
  const subject = context.subjectOf(branch)
  const other = context.subjectOf(twin).name
  if (isDefaultLocation(branch)) {
    const message = `${subject.name} is a second default location beside ${other}; a rule has one at most. Remove one of the two.`
    return [report('ip-based/second-default', subject, capitalised(message), 'LocationName')]
  }
  const message = `LocationName ${quote(branch.locationName)} of ${subject.name} is the location of ${other} too; a location stands in one branch only. Put the blocks of both into one.`
  return [report('ip-based/duplicate-location', subject, message, 'LocationName')]
}
