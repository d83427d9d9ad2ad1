import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileFor, serve } from './serve.mjs'

describe('the file for an address', () => {
  const at = (address: string) => fileFor('dist', '/some/where/', address)

  it('lies below the prefix', () => {
    expect(at('/some/where/assets/a.js?b=c')).toBe(path.join('dist', 'assets', 'a.js'))
  })

  it('is index.html for a folder', () => {
    expect(at('/some/where/')).toBe(path.join('dist', 'index.html'))
  })

  it.each([
    '/',
    '/some/',
    '/assets/a.js',
    '/some/where/%2e%2e/package.json',
    '/some/where/..%2fdist2/a',
    '/some/where/%zz',
  ])('is none for %s', (address) => {
    expect(at(address)).toBeUndefined()
  })
})

describe('the server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchment-serve-'))
  writeFileSync(path.join(folder, 'index.html'), '<h1>here</h1>')
  afterAll(() => rmSync(folder, { recursive: true }))

  it('answers below its prefix and nowhere else', async () => {
    const { url, close } = await serve({ folder, prefix: '/some/where/', port: 0 })
    const page = await fetch(url)
    const above = await fetch(new URL('/', url))
    const missing = await fetch(new URL('missing.js', url))
    close()
    expect(await page.text()).toBe('<h1>here</h1>')
    expect(page.headers.get('content-type')).toBe('text/html')
    expect([above.status, missing.status]).toEqual([404, 404])
  })
})
