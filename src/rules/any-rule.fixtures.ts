import * as fc from 'fast-check'
import type { BranchId, Target } from '../model/address'
import type { Loose } from '../model/field'
import { EMPTY_OBJECT, toJson } from '../model/json'
import type { Branch } from './branch'
import type { GeoproximityBranch } from './geoproximity/definition'
import type { Rule, RuleType } from './index'

/** A field as a document may hold it: a value, nothing, or something that cannot be read as one. */
function loose<T>(value: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>): fc.Arbitrary<Loose<T>> {
  return fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: wrong.map((malformed) => ({ malformed: toJson(malformed) })) },
  )
}

const noText = fc.oneof(fc.boolean(), fc.integer(), fc.constant([1]), fc.constant({ a: 'b' }))
const noNumber = fc.constantFrom<unknown>('', 'heavy', '1,5', '0x10', 'NaN', true, [], { a: 1 })
const noFlag = fc.constantFrom<unknown>('', 'True', 'yes', 0, 1, [])

const aText = loose(fc.string(), noText)
const aNumber = loose(
  fc
    .oneof(fc.integer({ min: -300, max: 300 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    // Written as a number, minus zero is zero.
    .map((number) => (number === 0 ? 0 : number)),
  noNumber,
)
const aFlag = loose(fc.boolean(), noFlag)

const aTarget: fc.Arbitrary<Target | null> = fc.option(
  fc.record({ kind: fc.constantFrom('endpoint' as const, 'rule' as const), id: fc.string() }),
)

/** The keys that all branches share. */
const shared = {
  target: aTarget,
  healthCheck: aText,
  evaluateTargetHealth: aFlag,
  source: fc.constant(EMPTY_OBJECT),
}

// A Region or Local Zone is written with its prefix, so a name without one can only be malformed.
const aName = loose(
  fc.oneof(fc.constantFrom('us-east-1', 'us-east-1-atl-1a'), fc.string()),
  fc.oneof(noText, fc.constant('us-east-1')),
)

type Located = Pick<GeoproximityBranch, 'form' | 'location'>
/** Every location that one of the two spellings has words for. */
const aLocation: fc.Arbitrary<Located> = fc.oneof(
  fc.record({
    form: fc.constant('nested' as const),
    location: fc.oneof(
      fc.record({ kind: fc.constantFrom('region' as const, 'localZone' as const), name: aName }),
      fc.record({ kind: fc.constant('coordinates' as const), latitude: aNumber, longitude: aNumber }),
      fc.record({
        kind: fc.constant('unreadable' as const),
        raw: fc.constantFrom<unknown>('here', 7, { Type: 'Planet' }).map(toJson),
      }),
    ),
  }),
  fc.record({
    form: fc.constant('flat' as const),
    location: fc.oneof(
      fc.constant({ kind: 'none' as const }),
      fc.record({ kind: fc.constant('region' as const), name: aName.filter((name) => name !== undefined) }),
      fc.record({
        kind: fc.constant('coordinates' as const),
        latitude: aNumber.filter((degrees) => degrees !== undefined),
        longitude: aNumber,
      }),
    ),
  }),
)

type Unnamed = Omit<Branch, 'id'>
type Named<B> = B & { readonly id: BranchId }

/** A rule that keeps its branches in a list; they are named as when read. */
function listed<T extends RuleType, B extends Unnamed>(type: T, branch: fc.Arbitrary<B>) {
  return fc.array(branch, { maxLength: 6 }).map((branches) => ({
    type,
    branches: branches.map((each, index): Named<B> => ({ ...each, id: `b${index + 1}` })),
    source: EMPTY_OBJECT,
  }))
}

/** Rules of each type as a document may hold them, sound or not. */
export const ANY_RULE: { readonly [K in RuleType]: fc.Arbitrary<Rule<K>> } = {
  weighted: listed('weighted', fc.record({ ...shared, weight: aNumber })),
  failover: fc
    .tuple(
      // A rule with neither side cannot be opened.
      fc.record({ ...shared, target: aTarget.filter((target) => target !== null) }),
      fc.record(shared),
    )
    .map(([primary, secondary]) => ({
      type: 'failover',
      branches: [
        { ...primary, id: 'primary' },
        { ...secondary, id: 'secondary' },
      ],
      source: EMPTY_OBJECT,
    })),
  geolocation: listed(
    'geolocation',
    fc.record({ ...shared, isDefault: aFlag, continent: aText, country: aText, subdivision: aText }),
  ),
  latency: listed('latency', fc.record({ ...shared, region: aText })),
  geoproximity: listed(
    'geoproximity',
    fc
      .tuple(fc.record({ ...shared, bias: aNumber }), aLocation)
      .map(([branch, located]) => ({ ...branch, ...located })),
  ),
  multivalue: listed('multivalue', fc.record(shared)),
}
