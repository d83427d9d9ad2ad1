import type { Json } from '../../model/json'
import type { JsonPath } from '../../model/problem'

/** A change of a document. One whose path leads nowhere changes nothing. */
export type JsonEdit =
  | { readonly op: 'set'; readonly path: JsonPath; readonly value: Json }
  /** Gives a member another key; it keeps its place among the others. */
  | { readonly op: 'rename'; readonly path: JsonPath; readonly key: string }
  | { readonly op: 'remove'; readonly path: JsonPath }

/** What is done, and why it may be offered. The codes are stable. */
export const REPAIR_CODES = {
  'repair/key': 'A key is spelled as the format spells it.',
  'repair/record-api': 'Words of the record API become those of the document.',
  'repair/list-key': 'A list gets the name that its rule type has for it.',
  'repair/list': 'What should be a list becomes one.',
  'repair/member': 'A member that is only a name becomes a branch.',
  'repair/sides': 'Two items become the primary and the secondary.',
  'repair/ids': 'Rules or endpoints without ids get some.',
  'repair/endpoint': 'An endpoint that is only a value becomes an object.',
  'repair/rule-type': 'A rule type is spelled as the format spells it, or read from the list.',
  'repair/endpoint-type': 'An endpoint type is spelled as the format spells it, or read from the value.',
  'repair/version': 'The version of the format is the one that the document is written in.',
  'repair/record-type': 'The record type is spelled in capitals, or read from the values.',
  'repair/start': 'The policy starts where it can only start.',
  'repair/reference': 'A reference names what it can only mean.',
  'repair/region': 'A Region has the prefix where it needs one, and none elsewhere.',
  'repair/coordinates': 'Coordinates have two decimals, and the latitude comes first.',
  'repair/bias': 'A bias is a whole number from −99 to 99, the nearest.',
  'repair/location-form': 'A location is written as its version writes it.',
  'repair/place': 'A place has its code.',
  'repair/health-check': 'A health check stands on the branches that lead to its endpoint.',
  'repair/weights': 'Weights are whole numbers up to 255, with the same shares or the nearest.',
  'repair/inline-endpoint':
    'An endpoint that is written inside a branch gets an id, and the branch refers to it.',
  'repair/inline-rule': 'A rule that is written inside a branch gets an id, and the branch refers to it.',
  'repair/values': 'Several values of an endpoint become an endpoint each, under a multivalue rule.',
  'repair/target': 'Branches that lead nowhere lead where they can only lead.',
  'repair/missing-endpoint': 'An endpoint that branches lead to is there.',
  'repair/spelling': 'A value is written as what its key holds.',
  'repair/null': 'What is null is left out.',
  'repair/needless': 'What has no effect, or no place there, is left out.',
  'repair/target-health': 'Target health is not evaluated where it cannot be.',
  'repair/text': 'The text becomes JSON.',
  'repair/fragment': 'A part of a document becomes a whole one.',
} as const
export type RepairCode = keyof typeof REPAIR_CODES

/** A way to mend something, as data: what it does in a sentence, where, and how. */
export interface Repair {
  readonly code: RepairCode
  /** What it does, in the imperative: “Rename the key “items” to Items”. */
  readonly title: string
  /** Where the problem is reported that it mends. */
  readonly path: JsonPath
  /** Whether the intent is plain, so that it may be done with all others at once. */
  readonly safe: boolean
  /** Codes of the problems at `path` that are gone after it. */
  readonly mends: readonly string[]
  readonly edits: readonly JsonEdit[]
}
