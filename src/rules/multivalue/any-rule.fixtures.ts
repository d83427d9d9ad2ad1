import * as fc from 'fast-check'
import { listed, sharedKeys } from '../any-branch.fixtures'

/** Multivalue answer rules as a document may hold them, sound or not. */
export const anyRule = listed('multivalue', fc.record(sharedKeys))
