// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What may be loaded before first use: kilobytes of 1,024 bytes, gzip -9. */
export const BUDGET_KB = 260

/** @typedef {Record<string, { file: string, imports?: readonly string[] }>} Manifest as Vite writes it */

/**
 * The JavaScript files that the browser loads before first use: those that the page names and all that they import
 * statically. The page says it, since a bundler may put the entry itself into a file of shared code.
 * @param {Manifest} manifest @param {string} page
 */
export function firstFiles(manifest, page) {
  const waiting = Object.keys(manifest).filter((key) => page.includes(`/${manifest[key]?.file}"`))
  const seen = new Set(waiting)
  for (const key of seen) {
    for (const imported of manifest[key]?.imports ?? []) seen.add(imported)
  }
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'))
}

/** @param {string} dist */
function measure(dist) {
  const text = readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8')
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8')
  return firstFiles(/** @type {Manifest} */ (JSON.parse(text)), page)
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
  // Nothing found is a page that could not be read, not a light one.
  if (files.length === 0 || total > BUDGET_KB) process.exitCode = 1
}
