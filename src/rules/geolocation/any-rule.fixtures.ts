import * as fc from 'fast-check'
import { aFlag, aText, listed, sharedKeys } from '../any-branch.fixtures'

/** Geolocation rules as a document may hold them, sound or not. */
export const anyRule = listed(
  'geolocation',
  fc.record({ ...sharedKeys, isDefault: aFlag, continent: aText, country: aText, subdivision: aText }),
)
