import { LOCAL_ZONE_GROUPS, localZoneByName } from '../../geo/local-zones'
import { REGIONS, regionByCode } from '../../geo/regions'
import type { Json } from '../../model/json'
import { bare } from './sight'

const AVAILABILITY_ZONE = /^([a-z]{2,4}(?:-[a-z]+)+-\d)[a-h]$/

/**
 * The code of the Region that a word means: by code with or without its prefix, in any capitals and signs
 * (`US_EAST_1`), by an availability zone in it (`us-east-1a`), by AWS’s name or the city in it (`N. Virginia`).
 * Null when it means none, or one that Route 53 does not know.
 */
export function regionCodeOf(word: string): string | null {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/^aws:route53:/, '')
  const code = isUsable(plain)
    ? plain
    : (AVAILABILITY_ZONE.exec(plain)?.[1] ?? byWord().get(bare(plain)) ?? '')
  return isUsable(code) ? code : null
}

function isUsable(code: string): boolean {
  return regionByCode(code)?.usable === true
}

let words: ReadonlyMap<string, string> | null = null

function byWord(): ReadonlyMap<string, string> {
  words ??= new Map(
    REGIONS.flatMap(({ code, name }) => {
      const [, wide = '', city = ''] = /^(.*?) \((.*)\)$/.exec(name) ?? []
      // AWS called Europe EU at first; “Central” alone could be two countries, and clouds of their own are not meant.
      const own = wide.startsWith('AWS ')
      const short = own ? '' : city === 'Central' ? wide : city
      const names = [code, name, wide === 'Europe' ? `EU ${city}` : '', short]
      return names.filter((each) => each !== '').map((each) => [bare(each), code] as const)
    }),
  )
  return words
}

/** A Local Zone by its name; of a group, which the record API names, its first zone: all stand at one place. */
export function localZoneNamed(plain: string, type: Json | undefined): string | null {
  if (localZoneByName(plain) !== undefined) return plain
  const first = LOCAL_ZONE_GROUPS.find(({ code }) => code === plain)?.zones[0]
  return type === 'LocalZone' && first !== undefined ? first : null
}
