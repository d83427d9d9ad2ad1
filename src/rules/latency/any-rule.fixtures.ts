import * as fc from 'fast-check'
import { aText, listed, sharedKeys } from '../testing/any-branch'

/** Latency rules as a document may hold them, sound or not. */
export const anyRule = listed('latency', fc.record({ ...sharedKeys, region: aText }))
