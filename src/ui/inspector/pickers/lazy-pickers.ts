import { loadedApart } from '../../kit/loaded-apart'

// Forms open with the properties panel, while the views of rules are part of the first load.
const location = loadedApart(async () => (await import('./location-field')).LocationField)
const place = loadedApart(async () => (await import('./place-field')).PlaceField)
const region = loadedApart(async () => (await import('./region-field')).RegionField)
const blocks = loadedApart(async () => (await import('./blocks-field')).BlocksField)
const addPlaces = loadedApart(async () => (await import('../places/add-places')).AddPlaces)
const curve = loadedApart(async () => (await import('../../biases/branch-curve')).BranchCurve)

export const LocationField = location.Component
export const PlaceField = place.Component
export const RegionField = region.Component
export const BlocksField = blocks.Component
export const AddPlaces = addPlaces.Component
export const BranchCurve = curve.Component

/** Loads what forms need, so that a row of the panel opens whole. */
export async function loadPickers(): Promise<void> {
  await Promise.all([
    location.load(),
    place.load(),
    region.load(),
    blocks.load(),
    addPlaces.load(),
    curve.load(),
  ])
}
