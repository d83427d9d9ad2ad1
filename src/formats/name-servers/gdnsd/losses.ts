import { isInZone } from '../../../model/dns/domain-name'
import { prefixText } from '../../../model/dns/ip-prefix'
import { readable } from '../../../model/field'
import type { Problem } from '../../../model/problem'
import { branchSubjects, memberOf, memberSubject, toChecked } from '../../../policy/checked-policy'
import type { Policy } from '../../../policy/policy'
import type { Rule } from '../../../rules'
import { networksOf } from '../../../rules/ip-based/location'
import { MOST_ANSWERS } from '../../../rules/multivalue/decision'
import type { Scenario } from '../../../scenario/scenario'
import { type LiveBranch, type LivePolicy, livePolicy } from '../live-policy'
import { nameServerLosses, nodeLoss } from '../losses'
import { zoneOf } from '../zone-of'
import { isReadAsIpv4 } from './maps'

/** Most members of one set. */
const MOST_MEMBERS = 64

/** What gdnsd cannot hold of a policy, each at its node. */
export function gdnsdLosses(scenario: Scenario): readonly Problem[] {
  const { policy, record } = scenario
  const type = readable(policy.recordType)
  if (type !== 'A' && type !== 'AAAA' && type !== 'CNAME') {
    return [
      nodeLoss(
        'type',
        'error',
        'gdnsd decides about addresses and CNAMEs only; use PowerDNS for other types.',
      ),
    ]
  }
  const live = livePolicy(policy)
  return [
    ...nameServerLosses('gdnsd', scenario, live),
    ...(record.ttl === 0
      ? [nodeLoss('ttl', 'warning', 'gdnsd knows no TTL of 0 s; it is written as 1 s.')]
      : []),
    ...(type === 'CNAME' ? aliasLosses(scenario, live) : []),
    ...[...live.rules].flatMap(([id, rule]) => ruleLosses(scenario, live, id, rule)),
  ]
}

function aliasLosses(scenario: Scenario, live: LivePolicy): readonly Problem[] {
  return [...live.endpoints]
    .filter(([, value]) => isInZone(value, zoneOf(scenario)))
    .map(([id, value]) =>
      nodeLoss(
        'own-zone',
        'error',
        `gdnsd answers with no name of its own zone; ${value} would have to be in another.`,
        memberSubject({ kind: 'endpoint', id }),
      ),
    )
}

function ruleLosses(
  { policy, world }: Scenario,
  live: LivePolicy,
  id: string,
  rule: Rule,
): readonly Problem[] {
  const at = memberSubject({ kind: 'rule', id })
  const branches = live.branchesOf(rule)
  return [
    ...branches
      .filter(({ link }) => link.target.kind === 'rule' && link.check !== null)
      .map((branch) =>
        nodeLoss(
          'rule-check',
          'warning',
          `gdnsd has no place for a health check on a branch that leads to a rule: the check of a branch of “${id}” is left out.`,
          subjectOf(policy, id, rule, branch) ?? at,
        ),
      ),
    ...(rule.type === 'geoproximity' ? biasLosses(live, id, rule) : []),
    ...(rule.type === 'latency' && world.latencies.length > 0
      ? [
          nodeLoss(
            'latencies',
            'warning',
            `gdnsd goes by distance: the latencies given for rule “${id}” are left out.`,
            at,
          ),
        ]
      : []),
    ...(rule.type === 'ip-based' ? blockLosses(policy, live, id, rule) : []),
    ...(rule.type === 'weighted' ? weightedLosses(branches, id) : []),
    ...(rule.type === 'weighted' || rule.type === 'multivalue' ? setLosses(live, branches, id) : []),
    ...(rule.type === 'multivalue' && branches.length > MOST_ANSWERS
      ? [
          nodeLoss(
            'many-values',
            'warning',
            `gdnsd answers with every healthy value: rule “${id}” would give up to ${branches.length.toString()} where Route 53 gives 8.`,
            at,
          ),
        ]
      : []),
  ]
}

function biasLosses(live: LivePolicy, id: string, rule: Rule<'geoproximity'>): readonly Problem[] {
  const biased = live.branchesOf(rule).some(({ branch }) => (readable(branch.bias) ?? 0) !== 0)
  if (!biased) return []
  const at = memberSubject({ kind: 'rule', id })
  return [
    nodeLoss('bias', 'warning', `gdnsd knows no bias: rule “${id}” answers with the nearest location.`, at),
  ]
}

function blockLosses(
  policy: Policy,
  live: LivePolicy,
  id: string,
  rule: Rule<'ip-based'>,
): readonly Problem[] {
  const branches = live.branchesOf(rule)
  const at = memberSubject({ kind: 'rule', id })
  const unread = branches.flatMap((each) =>
    networksOf(each.branch)
      .filter(isReadAsIpv4)
      .map((network) =>
        nodeLoss(
          'ipv4-in-ipv6',
          'warning',
          `gdnsd takes clients in ${prefixText(network)} for the IPv4 addresses inside of theirs: that block of rule “${id}” is left out.`,
          subjectOf(policy, id, rule, each) ?? at,
        ),
      ),
  )
  return [
    nodeLoss(
      'short-subnets',
      'warning',
      `Where a resolver tells fewer bits of a client’s address than a block of rule “${id}” has, gdnsd goes by the first address of what it tells; Route 53 takes a wider block or the default.`,
      at,
    ),
    ...unread,
  ]
}

function weightedLosses(branches: readonly LiveBranch[], id: string): readonly Problem[] {
  if (branches.length < 2 || branches.every(({ link }) => link.target.kind === 'endpoint')) return []
  return [
    nodeLoss(
      'weighted-rules',
      'warning',
      `gdnsd draws between values only: of rule “${id}”, which leads to other rules, the heaviest branch that is up answers.`,
      memberSubject({ kind: 'rule', id }),
    ),
  ]
}

/** Sets hold a value once, with one state, and not too many of them. */
function setLosses(live: LivePolicy, branches: readonly LiveBranch[], id: string): readonly Problem[] {
  const at = memberSubject({ kind: 'rule', id })
  const checks = new Map<string, string | null>()
  const torn = branches.some(({ link }) => {
    const value = live.endpoints.get(link.target.id) ?? ''
    const isTorn = link.target.kind === 'endpoint' && checks.has(value) && checks.get(value) !== link.check
    checks.set(value, link.check)
    return isTorn
  })
  return [
    ...(torn
      ? [
          nodeLoss(
            'one-state',
            'warning',
            `In gdnsd a value of rule “${id}” has one state, though it is there with several checks.`,
            at,
          ),
        ]
      : []),
    ...(branches.length > MOST_MEMBERS
      ? [
          nodeLoss(
            'members',
            'error',
            `gdnsd takes ${MOST_MEMBERS.toString()} members at most, and rule “${id}” has ${branches.length.toString()}.`,
            at,
          ),
        ]
      : []),
  ]
}

function subjectOf(policy: Policy, id: string, rule: Rule, { branch }: LiveBranch) {
  return branchSubjects(rule, id, memberOf(toChecked(policy), { kind: 'rule', id })).get(branch)
}
