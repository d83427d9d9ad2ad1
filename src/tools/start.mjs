// @ts-check
import { ROOT, requireNode, requirePackages } from './install.mjs'

requireNode()
requirePackages()

// Not before the packages are there.
const { build, preview } = await import('vite')

await build({ root: ROOT, logLevel: 'warn' })
const server = await preview({
  root: ROOT,
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4173), strictPort: false },
})
const address = server.httpServer.address()
const port = typeof address === 'object' && address !== null ? address.port : 4173
console.log(`Catchment runs at http://localhost:${port}/ (stop it with Ctrl-C)`)
