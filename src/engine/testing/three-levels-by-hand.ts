import { continentOf } from '../../geo/continents'
import { biasFactor, toUnitVector, type UnitVector, vectorDistanceKm } from '../../geo/distance'
import { regionByCode } from '../../geo/regions'
import type { Place } from '../../model/query'
import type { Random } from '../random'

const EVERYWHERE = { latitude: 0, longitude: 0 }
const VIRGINIA = toUnitVector(regionByCode('us-east-1') ?? EVERYWHERE)
const FRANKFURT = toUnitVector(regionByCode('eu-central-1') ?? EVERYWHERE)
const TOKYO = toUnitVector(regionByCode('ap-northeast-1') ?? EVERYWHERE)
const CAPE = toUnitVector({ latitude: -26.2, longitude: 28.05 })

const FRANKFURT_FACTOR = biasFactor(25, 'guide')
const TOKYO_FACTOR = biasFactor(-10, 'guide')
const CAPE_FACTOR = biasFactor(10, 'guide')

/** `threeLevels` as someone would write it who needs only this one policy: the measure of the engine's speed. */
export function threeLevelsByHand({ coordinates, country }: Place, random: Random): string {
  // All four places lead to the same rule, yet finding the place is a part of the work.
  if (country === 'US') return nearest(coordinates, random)
  if (country === 'JP') return nearest(coordinates, random)
  if (country !== null && continentOf(country) === 'EU') return nearest(coordinates, random)
  return nearest(coordinates, random)
}

function nearest(coordinates: Place['coordinates'], random: Random): string {
  if (coordinates === null) return virginia(random)
  const client: UnitVector = toUnitVector(coordinates)
  const toVirginia = vectorDistanceKm(VIRGINIA, client)
  const toFrankfurt = vectorDistanceKm(FRANKFURT, client) * FRANKFURT_FACTOR
  const toTokyo = vectorDistanceKm(TOKYO, client) * TOKYO_FACTOR
  const toCape = vectorDistanceKm(CAPE, client) * CAPE_FACTOR
  const least = Math.min(toVirginia, toFrankfurt, toTokyo, toCape)
  if (least === toVirginia) return virginia(random)
  if (least === toFrankfurt) return random() < 0.8 ? 'frankfurt-1' : 'frankfurt-2'
  if (least === toTokyo) return tokyo(random)
  return cape(random)
}

function virginia(random: Random): string {
  const at = random() * 6
  return at < 1 ? 'virginia-1' : at < 3 ? 'virginia-2' : 'virginia-3'
}

function tokyo(random: Random): string {
  const at = random() * 3
  return at < 1 ? 'tokyo-1' : at < 2 ? 'tokyo-2' : 'tokyo-3'
}

function cape(random: Random): string {
  const at = random() * 10
  return at < 5 ? 'cape-1' : at < 8 ? 'cape-2' : 'cape-3'
}
