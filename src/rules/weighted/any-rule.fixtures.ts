import * as fc from 'fast-check'
import { aNumber, listed, sharedKeys } from '../any-branch.fixtures'

/** Weighted rules as a document may hold them, sound or not. */
export const anyRule = listed('weighted', fc.record({ ...sharedKeys, weight: aNumber }))
