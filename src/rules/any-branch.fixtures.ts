import * as fc from 'fast-check'
import type { BranchId, Target } from '../model/address'
import type { Loose } from '../model/field'
import { EMPTY_OBJECT, toJson } from '../model/json'
import type { Branch } from './branch'
import type { RuleOf } from './definition'

/** A field as a document may hold it: a value, nothing, or something that cannot be read as one. */
export function loose<T>(value: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>): fc.Arbitrary<Loose<T>> {
  return fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: wrong.map((malformed) => ({ malformed: toJson(malformed) })) },
  )
}

/** What cannot be read as a text. */
export const noText = fc.oneof(fc.boolean(), fc.integer(), fc.constant([1]), fc.constant({ a: 'b' }))
const noNumber = fc.constantFrom<unknown>('', 'heavy', '1,5', '0x10', 'NaN', true, [], { a: 1 })
const noFlag = fc.constantFrom<unknown>('', 'True', 'yes', 0, 1, [])

export const aText = loose(fc.string(), noText)
export const aNumber = loose(
  fc
    .oneof(fc.integer({ min: -300, max: 300 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    // Written as a number, minus zero is zero.
    .map((number) => (number === 0 ? 0 : number)),
  noNumber,
)
export const aFlag = loose(fc.boolean(), noFlag)

export const aTarget: fc.Arbitrary<Target | null> = fc.option(
  fc.record({ kind: fc.constantFrom('endpoint' as const, 'rule' as const), id: fc.string() }),
)

/** The keys that all branches share. */
export const sharedKeys = {
  target: aTarget,
  healthCheck: aText,
  evaluateTargetHealth: aFlag,
  source: fc.constant(EMPTY_OBJECT),
}

type Named<B> = B & { readonly id: BranchId }

/** A rule that keeps its branches in a list; they are named as when read. */
export function listed<T extends string, B extends Omit<Branch, 'id'>>(
  type: T,
  branch: fc.Arbitrary<B>,
): fc.Arbitrary<RuleOf<T, Named<B>>> {
  return fc.array(branch, { maxLength: 6 }).map((branches) => ({
    type,
    branches: branches.map((each, index): Named<B> => ({ ...each, id: `b${index + 1}` })),
    source: EMPTY_OBJECT,
  }))
}
