// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What may be loaded before first use: kilobytes of 1,024 bytes, gzip -9. */
export const BUDGET_KB = 260

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: readonly string[] }>} Manifest as Vite writes it */

/**
 * The JavaScript files that the browser loads before first use: the entries and all that they import statically.
 * @param {Manifest} manifest
 */
export function firstFiles(manifest) {
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const seen = new Set(waiting)
  for (const key of seen) {
    for (const imported of manifest[key]?.imports ?? []) seen.add(imported)
  }
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'))
}

/** @param {string} dist */
function measure(dist) {
  const text = readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8')
  return firstFiles(/** @type {Manifest} */ (JSON.parse(text)))
    .map((file) => ({ file, kb: gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length / 1024 }))
    .sort((a, b) => b.kb - a.kb)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = measure(process.argv[2] ?? 'dist')
  const total = files.reduce((sum, { kb }) => sum + kb, 0)
  for (const { file, kb } of files) console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`)
  console.log(
    `${total.toFixed(1).padStart(8)} kB  JavaScript before first use, gzip; the budget is ${BUDGET_KB} kB`,
  )
  if (total > BUDGET_KB) process.exitCode = 1
}
