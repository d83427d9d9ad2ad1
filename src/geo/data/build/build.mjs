// Writes ../world.json and ../places.json. Run: npm install && npm run build (see README.md in the folder above).
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { packWorld } from './pack-world.mjs'
import { buildWorld } from './world.mjs'

const WORLD = {
  /** Share of the removable vertices that stay, by weighted effective area. */
  simplify: 'weighted 10%',
  /** Islands below this area go if they lie within `islandKm` of a kept part of their unit. */
  islandKm2: 30,
  islandKm: 15,
}
/** Degrees: half a kilometre, a quarter of a pixel at zoom 6. */
const STEP = 0.005

const { topology, names } = await buildWorld(WORLD)
const { file, pointCount, arcCount } = packWorld(topology, names, STEP)
await write('world.json', {
  about:
    'Natural Earth 10m admin-1 (public domain), simplified; made by build/build.mjs; read by ../world-topology.ts',
  ...file,
})
console.log(`${file.units.length} units, ${arcCount} arcs, ${pointCount} points`)

async function write(name, content) {
  const text = `${JSON.stringify(content, null, 1).replace(/\[\s+("[^"]*")(?:,\s+("[^"]*"))?\s+\]/g, (_, a, b) => (b ? `[${a}, ${b}]` : `[${a}]`))}\n`
  await writeFile(new URL(`../${name}`, import.meta.url), text)
  console.log(`${name}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip`)
}
