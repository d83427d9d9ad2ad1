import { canonicalName } from '../../model/dns/domain-name'
import type { LeftRecord, ReadRecords } from './read-records'
import { ownerKey, type RecordSet } from './record-set'

/** The record sets of one name and type. */
export interface RecordGroup {
  /** With its trailing dot. */
  readonly name: string
  readonly type: string
  readonly sets: readonly RecordSet[]
}

/**
 * What a name amounts to: `routed` where something is chosen on the way, `alias` where it only stands for another
 * name or an AWS resource, `plain` where it has values of its own.
 */
export type RootKind = 'routed' | 'alias' | 'plain'

/** A name that may be a policy, and what it amounts to. */
export interface RecordRoot extends RecordGroup {
  readonly kind: RootKind
}

/** A list of record sets, sorted out. */
export interface RecordZone {
  /** By `ownerKey`. */
  readonly groups: ReadonlyMap<string, RecordGroup>
  /** The names that no alias leads to, in the order of the list. */
  readonly roots: readonly RecordRoot[]
  readonly left: readonly LeftRecord[]
  /** Blocks of CIDR locations by `locationKey`, as far as they are known. */
  readonly blocks: ReadonlyMap<string, readonly string[]>
  /** The name of the hosted zone, where its SOA record is listed. */
  readonly apex: string | null
}

/** Types that are the zone's own business (route53.md 1.2). */
const ZONE_TYPES = new Set(['NS', 'SOA', 'DS'])

/** Sorts record sets by name and type, and finds the names at which policies may begin. */
export function recordZone({ sets, left, blocks = new Map() }: ReadRecords): RecordZone {
  const groups = new Map<string, { name: string; type: string; sets: RecordSet[] }>()
  const others: LeftRecord[] = [...left]
  let apex: string | null = null
  for (const set of sets) {
    if (set.type === 'SOA') apex = set.name
    if (ZONE_TYPES.has(set.type)) {
      others.push(leave(set, 'the zone’s own'))
      continue
    }
    const key = groupKey(set)
    const group = groups.get(key)
    if (group) group.sets.push(set)
    else groups.set(key, { name: set.name, type: set.type, sets: [set] })
  }
  for (const [key, group] of groups) {
    if (new Set(group.sets.map(({ routing }) => routing.kind)).size === 1) continue
    groups.delete(key)
    others.push(...group.sets.map((set) => leave(set, 'several routing policies at one name and type')))
  }
  const targets = new Set([...groups.values()].flatMap((group) => targetKeys(group, groups)))
  const roots = [...groups]
    .filter(([key]) => !targets.has(key))
    .map(([key, group]) => ({ ...group, kind: kindOf(key, groups) }))
  const reached = closure(
    roots.map((root) => groupKey(root)),
    groups,
  )
  for (const [key, { sets: circling }] of groups) {
    if (!reached.has(key))
      others.push(...circling.map((set) => leave(set, 'aliases that lead round in a circle')))
  }
  return { groups, roots, left: others, blocks, apex }
}

export function leave({ name, type, setIdentifier }: RecordSet, why: string): LeftRecord {
  return { name, type, setIdentifier, why }
}

/** The key of a set's or group's name and type. */
export function groupKey({ name, type }: Pick<RecordGroup, 'name' | 'type'>): string {
  return ownerKey(canonicalName(name), type)
}

/** The key of the group in the zone that a set is an alias of; null for an AWS resource or values. */
export function aliasKey(
  { type, answer }: RecordSet,
  groups: ReadonlyMap<string, RecordGroup>,
): string | null {
  if (answer.kind !== 'alias') return null
  const key = groupKey({ name: answer.alias.name, type })
  return groups.has(key) ? key : null
}

function targetKeys({ sets }: RecordGroup, groups: ReadonlyMap<string, RecordGroup>): readonly string[] {
  return sets.flatMap((set) => aliasKey(set, groups) ?? [])
}

/** Everything that aliases lead to from some names, themselves included. */
function closure(from: readonly string[], groups: ReadonlyMap<string, RecordGroup>): ReadonlySet<string> {
  const reached = new Set(from)
  for (const key of reached) {
    const group = groups.get(key)
    if (group) for (const target of targetKeys(group, groups)) reached.add(target)
  }
  return reached
}

function kindOf(key: string, groups: ReadonlyMap<string, RecordGroup>): RootKind {
  const below = [...closure([key], groups)].flatMap((each) => groups.get(each) ?? [])
  if (below.some(({ sets }) => sets[0]?.routing.kind !== 'simple')) return 'routed'
  return groups.get(key)?.sets[0]?.answer.kind === 'alias' ? 'alias' : 'plain'
}
