// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const TEMPLATE = path.join(import.meta.dirname, 'service-worker.template.txt')

/**
 * What the page begins with: its entry and whatever that imports statically, with their style sheets.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 */
function firstFiles(bundle) {
  /** @type {Set<string>} */
  const first = new Set()
  const add = (/** @type {string} */ name) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || first.has(name)) return
    first.add(name)
    for (const imported of file.imports) add(imported)
    for (const style of file.viteMetadata?.importedCss ?? []) first.add(style)
  }
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) add(file.fileName)
  return first
}

/**
 * Writes `service-worker.js` beside the built site: it keeps every file of the build, under a name that
 * changes with any of them.
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let publicDir = ''
  return {
    name: 'catchment:service-worker',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle)
          .filter(({ fileName }) => !fileName.startsWith('.') && !fileName.endsWith('.md'))
          .map((file) => ({ name: file.fileName, content: file.type === 'chunk' ? file.code : file.source }))
        // The picture of the README is of no use to the app.
        const copied = readdirSync(publicDir)
          .filter((name) => !name.endsWith('.png'))
          .map((name) => ({ name, content: readFileSync(path.join(publicDir, name)) }))
        const files = [...built, ...copied]
        const digest = createHash('sha256')
        for (const { name, content } of files) digest.update(name).update('\0').update(content)
        const first = firstFiles(bundle)
        const names = files.map(({ name }) => name).filter((name) => name !== 'index.html')
        const later = names.filter((name) => !first.has(name))
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: [
            `const CACHE = ${JSON.stringify(`catchment ${digest.digest('hex').slice(0, 16)}`)}`,
            `const FIRST = ${JSON.stringify(['./', ...[...first].map((name) => `./${name}`)])}`,
            `const LATER = ${JSON.stringify(later.map((name) => `./${name}`))}`,
            readFileSync(TEMPLATE, 'utf8'),
          ].join('\n'),
        })
      },
    },
  }
}
