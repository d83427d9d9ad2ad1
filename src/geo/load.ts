import { type Atlas, createAtlas } from './atlas'
import type { Gazetteer } from './places'
import { decodeWorld } from './world-topology'

let atlas: Promise<Atlas> | undefined

/** The atlas, loaded at the first call and shared by all later ones; after a failure the next call tries again. */
export function loadAtlas(): Promise<Atlas> {
  atlas ??= import('./data/world.json').then(
    (file) => createAtlas(decodeWorld(file.default)),
    (reason: unknown) => {
      atlas = undefined
      throw reason
    },
  )
  return atlas
}

/** The gazetteer, loaded at the first call and shared by all later ones. */
export function loadGazetteer(): Promise<Gazetteer> {
  return Promise.reject(new Error('the places are still being built'))
}
