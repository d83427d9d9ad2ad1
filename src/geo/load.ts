import type { Atlas } from './atlas'
import type { Gazetteer } from './places'

/** The atlas, loaded at the first call and shared by all later ones. */
export function loadAtlas(): Promise<Atlas> {
  return Promise.reject(new Error('the shapes are still being built'))
}

/** The gazetteer, loaded at the first call and shared by all later ones. */
export function loadGazetteer(): Promise<Gazetteer> {
  return Promise.reject(new Error('the places are still being built'))
}
