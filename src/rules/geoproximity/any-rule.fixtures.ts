import * as fc from 'fast-check'
import { toJson } from '../../model/json'
import { aNumber, listed, loose, noText, sharedKeys } from '../any-branch.fixtures'
import type { GeoproximityBranch } from './definition'

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

/** Geoproximity rules as a document may hold them, sound or not. */
export const anyRule = listed(
  'geoproximity',
  fc
    .tuple(fc.record({ ...sharedKeys, bias: aNumber }), aLocation)
    .map(([branch, located]) => ({ ...branch, ...located })),
)
