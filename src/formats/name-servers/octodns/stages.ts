import type { RuleId, Target } from '../../../model/address'
import { inSentence } from '../../../model/in-sentence'
import type { Problem } from '../../../model/problem'
import { memberSubject } from '../../../policy/checked-policy'
import { definitionOf, type Rule } from '../../../rules'
import { defaultChain } from '../block-chains'
import { wholeWeight } from '../branch-values'
import type { LiveBranch, LivePolicy } from '../live-policy'
import { nodeLoss } from '../losses'

/** A value of a pool; without a check it counts as up always. */
export interface PoolValue {
  readonly value: string
  readonly weight: number
  readonly isChecked: boolean
}

/** Values to draw from; the next stage serves while all of them are down. */
export interface Stage {
  /** The rule that draws, or the endpoint that answers alone. */
  readonly id: string
  readonly values: readonly PoolValue[]
}

/** Equal for stages that answer alike, whatever they are called in the policy. */
export function stagesKey(stages: readonly Stage[]): string {
  return JSON.stringify(stages.map(({ values }) => values))
}

/** octoDNS's own limit on weights. */
const HEAVIEST = 100

/**
 * What a part of the policy amounts to in pools that fall back to one another, and what is lost on the way.
 * octoDNS chooses by place first and only once, then draws by weight, then falls back.
 */
export function stagesOf(
  policy: LivePolicy,
  target: Target,
  check: string | null,
  losses: Problem[],
): readonly Stage[] {
  if (target.kind === 'endpoint') {
    const value = policy.endpoints.get(target.id) ?? ''
    return [{ id: target.id, values: [{ value, weight: 1, isChecked: check !== null }] }]
  }
  const rule = policy.rules.get(target.id)
  return rule ? stagesOfRule(policy, target.id, rule, losses) : []
}

/** The stages of branches, one after another, up to the first that is never passed over. */
export function inTurn(policy: LivePolicy, live: readonly LiveBranch[], losses: Problem[]): readonly Stage[] {
  const stages: Stage[] = []
  for (const { link } of live) {
    stages.push(...stagesOf(policy, link.target, link.check, losses))
    if (link.target.kind === 'rule' && !link.evaluates) break
  }
  return stages
}

function stagesOfRule(policy: LivePolicy, id: RuleId, rule: Rule, losses: Problem[]): readonly Stage[] {
  const live: readonly LiveBranch[] = policy.branchesOf(rule)
  const lost = (what: string, message: string) => {
    losses.push(nodeLoss(what, 'warning', message, memberSubject({ kind: 'rule', id })))
  }
  if (live.some(({ link }) => link.target.kind === 'rule' && link.check !== null)) {
    lost(
      'rule-check',
      `octoDNS checks values only: the check of a branch of rule “${id}” that leads to a rule is left out.`,
    )
  }
  switch (rule.type) {
    case 'failover':
      return inTurn(
        policy,
        live.toSorted((a, b) => rank(a) - rank(b)),
        losses,
      )
    case 'weighted': {
      const weights = policy.branchesOf(rule).map(({ branch }) => wholeWeight(branch))
      if (live.every(({ link }) => link.target.kind === 'endpoint')) {
        if (weights.some((weight) => weight > HEAVIEST)) {
          lost('weight', `octoDNS takes weights up to 100: those of rule “${id}” are scaled and rounded.`)
        }
        return drawn(policy, id, live, weights)
      }
      lost(
        'weighted-rules',
        `octoDNS draws between values only: the branches of rule “${id}” stand in for one another, the heaviest first.`,
      )
      const order = live.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
      return inTurn(
        policy,
        order.flatMap((index) => live[index] ?? []),
        losses,
      )
    }
    case 'multivalue':
      lost(
        'one-value',
        `octoDNS answers with one value of a pool: rule “${id}” gives one of its values, each alike.`,
      )
      return drawn(
        policy,
        id,
        live,
        live.map(() => 1),
      )
    case 'geolocation':
      lost(
        'nested-places',
        `octoDNS goes by place once, at the start: rule “${id}” answers everybody with its last branch.`,
      )
      return inTurn(policy, live.slice(-1), losses)
    case 'ip-based': {
      lost(
        'nested-blocks',
        `octoDNS goes by address once, at the start: rule “${id}” answers everybody with its default, or else its last branch.`,
      )
      const rest: readonly LiveBranch[] = defaultChain(policy.branchesOf(rule))
      return inTurn(policy, rest.length > 0 ? rest : live.slice(-1), losses)
    }
    case 'geoproximity':
    case 'latency':
      lost(
        'nearness',
        `octoDNS knows no ${inSentence(definitionOf(rule).title)}: the branches of rule “${id}” stand in for one another, in their order.`,
      )
      return inTurn(policy, live, losses)
    default:
      // The losses of any other type let nothing be written.
      return []
  }
}

const rank = ({ branch }: LiveBranch) => (branch.id === 'primary' ? 0 : 1)

/** Values by weight; those of weight zero stand in for the others, each alike. */
function drawn(
  policy: LivePolicy,
  id: RuleId,
  live: readonly LiveBranch[],
  weights: readonly number[],
): readonly Stage[] {
  const most = Math.max(...weights)
  const scale = most > HEAVIEST ? HEAVIEST / most : 1
  const members = live.map(({ link }, index) => ({
    id: link.target.id,
    value: policy.endpoints.get(link.target.id) ?? '',
    weight: weights[index] ?? 0,
    isChecked: link.check !== null,
  }))
  const heavy = members
    .filter(({ weight }) => weight > 0)
    .map((member) => ({ ...member, weight: Math.max(1, Math.round(member.weight * scale)) }))
  const light = members.filter(({ weight }) => weight === 0).map((member) => ({ ...member, weight: 1 }))
  return [heavy, light].flatMap((drawers): readonly Stage[] => {
    const [first, ...others] = drawers
    const values = drawers.map(({ value, weight, isChecked }) => ({ value, weight, isChecked }))
    return first ? [{ id: others.length > 0 ? id : first.id, values }] : []
  })
}
