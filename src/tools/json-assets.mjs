// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Ships large JSON data as files that are fetched, not as JavaScript: a browser parses JSON faster, and the
 * data is none of the code that has to run before the first use. The command line keeps it inside its one file.
 * @param {string} folder Where the data lies, below the project's root.
 * @returns {import('vite').Plugin}
 */
export function jsonAssets(folder) {
  let root = ''
  return {
    name: 'catchment:json-assets',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    load(id) {
      if (path.dirname(id) !== path.join(root, folder) || !id.endsWith('.json')) return null
      const reference = this.emitFile({
        type: 'asset',
        name: path.basename(id),
        source: readFileSync(id),
      })
      return {
        code: `export default await (await fetch(import.meta.ROLLUP_FILE_URL_${reference})).json()`,
        moduleType: 'js',
      }
    },
  }
}
