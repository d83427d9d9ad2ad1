import * as fc from 'fast-check'
import { aText, listed, loose, sharedKeys } from '../any-branch.fixtures'

const aBlock = fc.oneof(
  fc
    .tuple(fc.constantFrom('192.0.2.0', '192.0.2.7', '198.51.100.0', '0.0.0.0'), fc.nat(33))
    .map(([address, length]) => `${address}/${length}`),
  fc.constantFrom(
    '2001:db8::/32',
    '2001:db8:1::/48',
    '::ffff:192.0.2.0/120',
    '192.0.2.7',
    'here',
    '${block}',
    '',
  ),
)
const noBlocks = fc.constantFrom<unknown>('192.0.2.0/24', 7, true, ['192.0.2.0/24', 7], { a: 1 })
const aName = fc.oneof(fc.constantFrom('*', '*', 'office', 'partner'), aText)

/** IP-based rules as a document may hold them, sound or not. */
export const anyRule = listed(
  'ip-based',
  fc.record({
    ...sharedKeys,
    locationName: aName,
    blocks: loose(fc.array(aBlock, { maxLength: 5 }), noBlocks),
  }),
)
