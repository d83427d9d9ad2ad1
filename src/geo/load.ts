import { rememberedAnswer } from '../model/remembered-answer'
import { type Atlas, createAtlas } from './atlas'
import { createGazetteer, type Gazetteer } from './gazetteer'
import { decodeInternetUsers, type InternetUsers } from './internet-users'
import { decodePlaces } from './place-table'
import { decodeWorld } from './world-topology'

const atlas = rememberedAnswer(async () => {
  const file = await import('./data/world.json')
  return createAtlas(decodeWorld(file.default))
})

const gazetteer = rememberedAnswer(async () => {
  const file = await import('./data/places.json')
  return createGazetteer(decodePlaces(file.default))
})

const internetUsers = rememberedAnswer(async () => {
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
