// Writes ../world.json, ../places.json and ../internet-users.json. Run: npm install && npm run build (see README.md in the folder above).
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { buildInternetUsers } from './internet-users.mjs'
import { packPlaces } from './pack-places.mjs'
import { packWorld } from './pack-world.mjs'
import { buildPlaces } from './places.mjs'
import { createSettle } from './settle.mjs'
import { createShapes } from './shapes.mjs'
import { createUnitOf } from './unit-of.mjs'
import { readWorld, simplifyWorld } from './world.mjs'

const WORLD = {
  /** Islands below this area go if they lie within `islandKm` of a kept part of their unit. */
  islandKm2: 30,
  islandKm: 15,
}
const SHAPES = {
  /** Share of the removable vertices that stays, by weighted effective area. */
  simplify: 0.095,
  /** Units below this area keep all of their vertices. */
  wholeKm2: 600,
}
/** Around a place that the simplified borders would put into another unit, all vertices stay within so many km. */
const DETAIL_KM = 6
/** How often such places are looked for. */
const ROUNDS = 3
/** Degrees: half a kilometre, a quarter of a pixel at zoom 6. */
const STEP = 0.005

const PLACES = {
  /** Inhabitants from which every place is kept. */
  least: 60_000,
  /** Number kept of each country and US state in any case. */
  largest: 8,
  /** Inhabitants from which a place is kept if no other of its country or state lies within `apartKm`. */
  remote: 30_000,
  apartKm: 50,
}

/** SHA-256 of the files written so far; a test compares. */
const checksums = {}

const { parts, names } = await readWorld(WORLD)
const detailed = []
const corrected = []
let made = await makeWorld()
for (let round = 1; round <= ROUNDS; round++) {
  const { moved, dropped } = made.report
  const { unitAt } = createShapes(made.packed.rounded)
  for (const place of [...moved, ...dropped]) {
    const { name, unit, point, home = point, km = 0 } = place
    if (!detailed.some((each) => each.name === name && each.unit === unit)) {
      // The border may pass as far from the place as the place was moved.
      detailed.push({ ...place, radiusKm: DETAIL_KM + km })
    } else if (!corrected.some((each) => each.name === name && each.unit === unit)) {
      // In all its detail the source itself is wrong.
      corrected.push({ ...place, home, code: unitAt(home) ?? unit })
    }
  }
  made = await makeWorld()
}
const { packed, placesByUnit, report } = made
await write('world.json', {
  about:
    'Natural Earth 10m admin-1 (public domain), simplified; made by build/build.mjs; read by ../world-topology.ts',
  ...packed.file,
})
console.log(`${packed.file.units.length} units, ${packed.arcCount} arcs, ${packed.pointCount} points`)

await write('places.json', {
  about: 'GeoNames (CC BY 4.0), thinned out; made by build/build.mjs; read by ../place-table.ts',
  ...packPlaces(placesByUnit),
})
console.log({ ...report, places: [...placesByUnit.values()].flat().length })

const peopleByCountry = new Map()
for (const [unit, places] of placesByUnit) {
  const country = unit.slice(0, 2)
  const people = places.reduce((sum, { weight }) => sum + weight, 0)
  peopleByCountry.set(country, (peopleByCountry.get(country) ?? 0) + people)
}
await write('internet-users.json', {
  about:
    'CIA World Factbook, estimates of 2014 (public domain); made by build/build.mjs; read by ../internet-users.ts',
  year: 2014,
  ...buildInternetUsers(peopleByCountry),
})
await write('checksums.json', checksums)

/** The world with all detail around the places of `detailed`, and where it finds the places. */
async function makeWorld() {
  const topology = await simplifyWorld(parts, SHAPES, detailed, corrected)
  const packed = packWorld(topology, names, STEP)
  const { placesByUnit, report } = buildPlaces(
    PLACES,
    createUnitOf(packed.rounded),
    createSettle(packed.rounded),
  )
  console.log(
    `${detailed.length} places in detail, ${corrected.length} corrected: ${report.moved.length} are moved`,
  )
  return { packed, placesByUnit, report }
}

async function write(name, content) {
  const text = `${JSON.stringify(content, null, 1).replace(/\[\s+("[^"]*")(?:,\s+("[^"]*"))?\s+\]/g, (_, a, b) => (b ? `[${a}, ${b}]` : `[${a}]`))}\n`
  checksums[name] = createHash('sha256').update(text).digest('hex')
  await writeFile(new URL(`../${name}`, import.meta.url), text)
  console.log(`${name}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip`)
}
