import type { RecordSet, Routing } from '../../formats/records/record-set'

/** Writers of record sets that are wrong on purpose, by what they do. They give back the same list where it does not apply. */
export const RECORD_FAULTS: Readonly<Record<string, (sets: readonly RecordSet[]) => readonly RecordSet[]>> = {
  'evaluates no target': (sets) => sets.map((set) => withFlag(set, false)),
  'evaluates every target': (sets) => sets.map((set) => withFlag(set, true)),
  'forgets health checks': (sets) => sets.map((set) => ({ ...set, healthCheck: null })),
  'swaps primary and secondary': (sets) =>
    sets.map((set) => {
      const { routing } = set
      if (routing.kind !== 'failover') return set
      return { ...set, routing: { ...routing, role: routing.role === 'PRIMARY' ? 'SECONDARY' : 'PRIMARY' } }
    }),
  'counts weights from one': (sets) =>
    sets.map((set) =>
      set.routing.kind === 'weighted'
        ? routed(set, { ...set.routing, weight: Number(set.routing.weight) + 1 })
        : set,
    ),
  'turns the sign of biases': (sets) =>
    sets.map((set) =>
      set.routing.kind === 'geoproximity'
        ? routed(set, { ...set.routing, bias: -Number(set.routing.bias) })
        : set,
    ),
  'moves biases by five': (sets) =>
    sets.map((set) =>
      set.routing.kind === 'geoproximity'
        ? routed(set, { ...set.routing, bias: Math.max(-99, Number(set.routing.bias) - 5) })
        : set,
    ),
  'leaves out the default': (sets) =>
    sets.filter(
      ({ routing }) =>
        !(routing.kind === 'geolocation' && 'country' in routing.place && routing.place.country === '*'),
    ),
  'leaves out the last set of each name': (sets) =>
    sets.filter((set, index) => sets[index + 1]?.name === set.name || sets[index - 1]?.name !== set.name),
  'answers with the first value everywhere': (sets) => {
    const first = sets.find(({ answer }) => answer.kind === 'values')?.answer
    return first ? sets.map((set) => (set.answer.kind === 'values' ? { ...set, answer: first } : set)) : sets
  },
  'takes a state for its whole country': (sets) =>
    sets.map((set) => {
      const { routing } = set
      if (routing.kind !== 'geolocation' || !('country' in routing.place)) return set
      return routed(set, { kind: 'geolocation', place: { ...routing.place, subdivision: null } })
    }),
  'takes every location for the first one': (sets) => {
    const first = sets.find(({ routing }) => routing.kind === 'cidr')?.routing
    return first ? sets.map((set) => (set.routing.kind === 'cidr' ? routed(set, first) : set)) : sets
  },
  'leads every alias of the zone to the first rule': (sets) => {
    const name = sets[0]?.name ?? ''
    return sets.map((set) =>
      set.answer.kind === 'alias' && set.answer.alias.zone.kind === 'own'
        ? { ...set, answer: { kind: 'alias', alias: { ...set.answer.alias, name } } }
        : set,
    )
  },
}

function routed(set: RecordSet, routing: Routing): RecordSet {
  return { ...set, routing }
}

function withFlag(set: RecordSet, evaluateTargetHealth: boolean): RecordSet {
  return set.answer.kind === 'alias'
    ? { ...set, answer: { kind: 'alias', alias: { ...set.answer.alias, evaluateTargetHealth } } }
    : set
}
