import { createIntegerReader } from './packed-integers'
import type { Place } from './place'

/** `data/places.json`, as `data/build/pack-places.mjs` writes it. */
export interface PlaceFile {
  /** Steps of the packed coordinates in one degree. */
  readonly perDegree: number
  /** Country (`FR`) or US state (`US-GA`) and its number of places, in the order of the names. */
  readonly territories: readonly string[]
  /** One name a line. */
  readonly names: string
  readonly numbers: string
}

/** The places in a file, the most populous first; throws if the file is damaged. */
export function decodePlaces(file: PlaceFile): readonly Place[] {
  const names = file.names.split('\n')
  const { signed, unsigned } = createIntegerReader(file.numbers)
  let next = 0
  let x = 0
  let y = 0

  function place(territory: string): Place {
    const name = names[next++]
    if (name === undefined) throw new Error('fewer names than places')
    x += signed()
    y += signed()
    return {
      name,
      country: territory.slice(0, 2),
      subdivision: territory.slice(3) || null,
      longitude: x / file.perDegree,
      latitude: y / file.perDegree,
      population: threeDigits(unsigned()),
      weight: threeDigits(unsigned()),
    }
  }

  const places = file.territories.flatMap((line) => {
    const [territory = '', count] = line.split(' ')
    return Array.from({ length: Number(count) }, () => place(territory))
  })
  return places.sort((a, b) => b.population - a.population)
}

/** A number written as three digits, then how many zeros follow, in the lowest three bits. */
function threeDigits(packed: number): number {
  return Math.floor(packed / 8) * 10 ** (packed % 8)
}
