import { lazy } from 'react'

// Forms open with the properties panel, while the views of rules are part of the first load.

export const LocationField = lazy(async () => ({ default: (await import('./location-field')).LocationField }))
export const PlaceField = lazy(async () => ({ default: (await import('./place-field')).PlaceField }))
export const RegionField = lazy(async () => ({ default: (await import('./region-field')).RegionField }))
export const AddPlaces = lazy(async () => ({ default: (await import('../places/add-places')).AddPlaces }))
