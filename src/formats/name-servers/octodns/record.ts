import { stringify } from 'yaml'
import { absoluteName } from '../../../model/dns/domain-name'
import { readable } from '../../../model/field'
import type { Problem } from '../../../model/problem'
import type { Scenario } from '../../../scenario/scenario'
import { worldLosses } from '../../aws-losses'
import { labelOf, unique } from '../../records/rule-names'
import { livePolicy } from '../live-policy'
import { nameServerLosses, nodeLoss } from '../losses'
import { comment, zoneOf } from '../zone-of'
import { placeRules } from './dynamic-record'
import { byKeys } from './key-order'
import { type PoolValue, type Stage, stagesKey } from './stages'

/** In octoDNS a value without a status is checked by the provider, whatever the policy's check asks. */
const OWN_CHECKS = nodeLoss(
  'health-checks',
  'note',
  'What a health check asks is not in a policy: the provider checks each of those values by its own check, which asks for https://NAME/_dns unless octodns.healthcheck of the record says otherwise.',
)

/** The types whose records can be dynamic in octoDNS. */
const DYNAMIC_TYPES = new Set(['A', 'AAAA', 'CNAME'])

/** What a dynamic record of octoDNS cannot hold, each at its node. */
export function octodnsLosses(scenario: Scenario): readonly Problem[] {
  const type = readable(scenario.policy.recordType) ?? ''
  if (!DYNAMIC_TYPES.has(type)) {
    return [
      nodeLoss(
        'type',
        'error',
        'Dynamic records of octoDNS are of type A, AAAA or CNAME; use PowerDNS for other types.',
      ),
    ]
  }
  const live = livePolicy(scenario.policy)
  const losses: Problem[] = []
  if (live.start && placeRules(live, live.start, losses).length === 0) {
    losses.push(
      nodeLoss(
        'no-answer',
        'error',
        'The rule that the policy starts with is for no place that octoDNS knows.',
      ),
    )
  }
  const once = new Map(losses.map((loss) => [`${loss.code} ${loss.message}`, loss]))
  return [
    ...nameServerLosses('octoDNS', scenario, live).flatMap((loss) => {
      if (loss.code === 'loss/latency') return []
      return [loss.code === 'loss/health-checks' ? OWN_CHECKS : loss]
    }),
    ...worldLosses('A dynamic record of octoDNS', scenario),
    ...once.values(),
  ]
}

/** A zone file of octoDNS with the policy as a dynamic record. */
export function exportOctodns(scenario: Scenario): string {
  const { policy, record, name } = scenario
  // octoDNS knows names in small letters, and looks for the zone in a file of its name.
  const zone = zoneOf(scenario).toLowerCase()
  const owner = absoluteName(record.name)
    .toLowerCase()
    .replace(/^\\052\./, '*.')
  const type = readable(policy.recordType) ?? 'A'
  const live = livePolicy(policy)
  const rules = live.start ? placeRules(live, live.start, []) : []
  const pools = poolsOf(type)
  const written = rules.map(({ subnets, geos, stages }) => ({
    ...(subnets.length > 0 ? { subnets } : {}),
    ...(geos.length > 0 ? { geos } : {}),
    pool: subnets.length + geos.length > 0 ? pools.ownNameOf(stages) : pools.nameOf(stages),
  }))
  const fallback = (rules.at(-1)?.stages[0]?.values ?? []).map(({ value }) => spelledValue(value, type))
  const key = owner === zone ? '' : owner.slice(0, -zone.length - 1)
  const body = {
    [key]: {
      type,
      ttl: record.ttl,
      ...(type === 'CNAME' ? { value: fallback[0] } : { values: [...new Set(fallback)] }),
      dynamic: { pools: pools.all(), rules: written },
    },
  }
  const yaml = stringify(body, {
    lineWidth: 0,
    sortMapEntries: (a, b) => byKeys(String(a.key), String(b.key)),
  })
  return `# ${comment(name)}: zone ${zone} for octoDNS, as ${zone}yaml\n---\n${yaml}`
}

/** Providers make names of pools, so that one has to fit into a label with something to spare. */
const LONGEST_POOL_NAME = 40

interface Pool {
  readonly fallback?: string
  readonly values: readonly Readonly<Record<string, string | number>>[]
}

/** Names pools after their rule or endpoint as they are needed: the same stages from there on are the same pool. */
function poolsOf(type: string) {
  const names = new Map<string, string>()
  const owned = new Set<string>()
  const taken = new Set<string>()
  const pools: Record<string, Pool> = {}

  function nameOf(stages: readonly Stage[]): string {
    const key = stagesKey(stages)
    const name = names.get(key) ?? add(stages)
    names.set(key, name)
    return name
  }

  /** A pool that no rule before leads to: octoDNS refuses a second rule of blocks or places with the same one. */
  function ownNameOf(stages: readonly Stage[]): string {
    const known = nameOf(stages)
    const name = owned.has(known) ? add(stages) : known
    owned.add(name)
    return name
  }

  function add([first = { id: '', values: [] }, ...rest]: readonly Stage[]): string {
    const name = unique(labelOf(first.id), LONGEST_POOL_NAME, taken, '-')
    const values = first.values.map((each) => valueOf(each, first.values.length, type))
    pools[name] = rest.length > 0 ? { fallback: nameOf(rest), values } : { values }
    return name
  }

  return { nameOf, ownNameOf, all: (): Readonly<Record<string, Pool>> => pools }
}

/** A lone value must have no weight but 1. */
function valueOf({ value, weight, isChecked }: PoolValue, among: number, type: string) {
  return {
    value: spelledValue(value, type),
    ...(among > 1 ? { weight } : {}),
    ...(isChecked ? {} : { status: 'up' }),
  }
}

function spelledValue(value: string, type: string): string {
  return type === 'CNAME' ? absoluteName(value) : value
}
