import * as fc from 'fast-check'
import { aText, listed, sharedKeys } from '../any-branch.fixtures'

/** Latency rules as a document may hold them, sound or not. */
export const anyRule = listed('latency', fc.record({ ...sharedKeys, region: aText }))
