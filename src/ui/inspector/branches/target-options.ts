import type { Target } from '../../../model/address'
import { sameTarget } from '../../../model/address'
import { isEndpointType } from '../../../model/endpoint'
import { readable } from '../../../model/field'
import { whyNotConnect } from '../../../policy/edits/can-connect'
import type { Policy } from '../../../policy/policy'
import { definitionOf, RULE_TYPES } from '../../../rules'
import { type NewNode, newNodeText, whyNotNew } from '../../canvas/commands/add-commands'
import { ENDPOINT_WORDS } from '../../canvas/endpoint-words'
import type { Origin } from '../../canvas/origin'
import { ranked } from '../../kit/ranked'
import type { SearchOption } from '../../kit/search-field'

/** What a branch or the start can be led to. */
export type TargetChoice =
  | { readonly kind: 'existing'; readonly target: Target }
  | { readonly kind: 'new'; readonly node: NewNode }
  | { readonly kind: 'nowhere' }

export interface TargetOptionsInput {
  readonly policy: Policy
  /** What is led: a branch, a rule's next branch, or null for the start. */
  readonly from: Origin
  readonly current: Target | null
}

/** Everything that a branch could lead to; what the format or the graph refuses says why. */
export function targetOptions(
  { policy, from, current }: TargetOptionsInput,
  typed: string,
): readonly SearchOption<TargetChoice>[] {
  const existing = [
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
  ].map((target) =>
    option(
      `${target.kind} ${target.id}`,
      target.id,
      sameTarget(target, current) ? `${targetDetail(policy, target)} · now` : targetDetail(policy, target),
      { kind: 'existing', target },
      whyNotConnect(policy, from, target)?.reason ?? null,
    ),
  )
  const nodes: readonly NewNode[] = ['endpoint', ...RULE_TYPES]
  const fresh = nodes.map((node) =>
    option(
      `new ${node}`,
      `New ${newNodeText(node)}`,
      undefined,
      { kind: 'new', node },
      whyNotNew(policy, node, from),
    ),
  )
  const nowhere =
    current === null
      ? []
      : [option('nowhere', 'Nowhere yet', 'takes the target away', { kind: 'nowhere' }, null)]
  const all = [...existing, ...fresh, ...nowhere]
  // What can be chosen stands before what cannot, so that Enter takes something.
  const fitting = ranked(all, typed, ({ words }) => words)
  return [...fitting.filter(({ disabled }) => !disabled), ...fitting.filter(({ disabled }) => disabled)]
}

/** What a node is, in a few words: `Value 192.0.2.1`, `Weighted rule, 3 branches`. */
export function targetDetail(policy: Policy, target: Target): string {
  if (target.kind === 'rule') {
    const rule = policy.rules.get(target.id)
    if (!rule) return 'missing'
    const count = rule.branches.length
    return `${definitionOf(rule).title} rule, ${count} ${count === 1 ? 'branch' : 'branches'}`
  }
  const endpoint = policy.endpoints.get(target.id)
  if (!endpoint) return 'missing'
  const type = isEndpointType(endpoint.type) ? ENDPOINT_WORDS[endpoint.type].short : ''
  return `${type} ${readable(endpoint.value) ?? ''}`.trim()
}

interface TargetOption extends SearchOption<TargetChoice> {
  readonly words: readonly string[]
}

function option(
  key: string,
  label: string,
  detail: string | undefined,
  value: TargetChoice,
  reason: string | null,
): TargetOption {
  const shared = { key, label, value, words: [label, detail ?? ''] }
  if (reason !== null) return { ...shared, disabled: true, reason }
  return detail === undefined ? shared : { ...shared, detail }
}
