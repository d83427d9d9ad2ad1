import {
  containsPrefix,
  type IpPrefix,
  networkOf,
  parseIpPrefix,
  prefixText,
  unmapped,
} from '../../model/dns/ip-prefix'
import { readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import type { CheckContext } from '../definition'
import { type IpBasedKeys, isDefaultLocation } from './location'

export const OVERLAP_PROBLEMS = {
  'ip-based/duplicate-block': { severity: 'error', row: '3.7' },
  'ip-based/repeated-block': { severity: 'warning', row: '3.7' },
  'ip-based/nested-block': { severity: 'note', row: '3.7' },
} as const satisfies ProblemTable

const report = reporter(OVERLAP_PROBLEMS)

type IpBasedBranch = Branch & IpBasedKeys

interface Placed {
  readonly branch: IpBasedBranch
  readonly index: number
  readonly text: string
  readonly network: IpPrefix
}

/** Blocks that stand twice, or lie within a block of another branch. */
export function checkOverlaps(branches: readonly IpBasedBranch[], context: CheckContext): readonly Problem[] {
  const placed = branches.filter((branch) => !isDefaultLocation(branch)).flatMap(placedBlocks)
  const firstByText = new Map<string, Placed>()
  for (const each of placed) {
    const key = prefixText(each.network)
    if (!firstByText.has(key)) firstByText.set(key, each)
  }
  return placed.flatMap((each): readonly Problem[] => {
    const first = firstByText.get(prefixText(each.network))
    if (first && first !== each) return [again(each, first, context)]
    const around = enclosing(each, placed)
    return around ? [nested(each, around, context)] : []
  })
}

function placedBlocks(branch: IpBasedBranch): readonly Placed[] {
  return (readable(branch.blocks) ?? []).flatMap((text, index) => {
    const block = parseIpPrefix(text)
    return block ? [{ branch, index, text, network: networkOf(unmapped(block)) }] : []
  })
}

/** The longest block of another branch around this one. */
function enclosing({ branch, network }: Placed, placed: readonly Placed[]): Placed | undefined {
  const around = placed.filter(
    (other) =>
      other.branch !== branch &&
      other.network.length < network.length &&
      containsPrefix(other.network, network),
  )
  return around.toSorted((a, b) => b.network.length - a.network.length)[0]
}

function again(each: Placed, first: Placed, context: CheckContext): Problem {
  const subject = context.subjectOf(each.branch)
  if (first.branch === each.branch) {
    const message = `${subject.name} has block ${quote(each.text)} twice; remove one of the two.`
    return report('ip-based/repeated-block', subject, capitalised(message), 'CidrList', each.index)
  }
  const other = context.subjectOf(first.branch).name
  const message = `Block ${quote(each.text)} of ${subject.name} stands in ${other} too, and a block belongs to one location only; the first is taken. Remove one of the two.`
  return report('ip-based/duplicate-block', subject, message, 'CidrList', each.index)
}

function nested(each: Placed, around: Placed, context: CheckContext): Problem {
  const subject = context.subjectOf(each.branch)
  const other = context.subjectOf(around.branch).name
  const message = `Block ${quote(each.text)} of ${subject.name} lies within ${quote(around.text)} of ${other}; the longer one wins for its addresses.`
  return report('ip-based/nested-block', subject, message, 'CidrList', each.index)
}
