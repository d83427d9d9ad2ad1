// @ts-check
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const TYPE_OF = new Map(Object.entries(TYPES))

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * The file that an address names, or undefined: only inside the prefix, never outside the folder.
 * @param {string} folder
 * @param {string} prefix such as "/some/where/"
 * @param {string} address the request's path and query
 */
export function fileFor(folder, prefix, address) {
  const pathname = decoded(new URL(address, 'http://localhost').pathname)
  if (!pathname?.startsWith(prefix)) return undefined
  const file = path.join(folder, pathname.slice(prefix.length))
  if (file !== path.join(folder) && !file.startsWith(path.join(folder, path.sep))) return undefined
  return pathname.endsWith('/') ? path.join(file, 'index.html') : file
}

/**
 * Serves a folder below a prefix as the plainest of static hosts would: no fallback page, no extra headers.
 * @param {{ folder: string, prefix: string, port: number }} options port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve({ folder, prefix, port }) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, prefix, request.url ?? '/')
    if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    response.writeHead(200, { 'content-type': TYPE_OF.get(path.extname(file)) ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve({ url: `http://127.0.0.1:${actual}${prefix}`, close: () => server.close() })
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', prefix = '/', port = '0'] = process.argv.slice(2)
  const { url } = await serve({ folder, prefix, port: Number(port) })
  console.log(url)
}
