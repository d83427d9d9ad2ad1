import { type Atlas, createAtlas } from './atlas'
import { createGazetteer, type Gazetteer } from './gazetteer'
import { decodeInternetUsers, type InternetUsers } from './internet-users'
import { decodePlaces } from './place-table'
import { decodeWorld } from './world-topology'

const atlas = once<Atlas>(async () => {
  const file = await import('./data/world.json')
  return createAtlas(decodeWorld(file.default))
})

const gazetteer = once<Gazetteer>(async () => {
  const file = await import('./data/places.json')
  return createGazetteer(decodePlaces(file.default))
})

const internetUsers = once<InternetUsers>(async () => {
  const file = await import('./data/internet-users.json')
  return decodeInternetUsers(file.default)
})

/** The atlas, loaded at the first call and shared by all later ones. */
export function loadAtlas(): Promise<Atlas> {
  return atlas()
}

/** The gazetteer, loaded at the first call and shared by all later ones. */
export function loadGazetteer(): Promise<Gazetteer> {
  return gazetteer()
}

/** Internet users per country, loaded at the first call and shared by all later ones. */
export function loadInternetUsers(): Promise<InternetUsers> {
  return internetUsers()
}

/** A loader that remembers its result; after a failure (say, without a network) the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= load().catch((reason: unknown) => {
      loading = undefined
      throw reason
    })
    return loading
  }
}
