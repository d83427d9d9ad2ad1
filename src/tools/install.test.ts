import { describe, expect, it } from 'vitest'
import { matchesLock, satisfies } from './install.mjs'

describe('the Node version', () => {
  const range = '^20.19.0 || >=22.12.0'

  it.each(['20.19.0', '20.19.1', '20.20.2', '22.12.0', '22.13.0', '23.0.0', '24.1.9'])(
    '%s is accepted',
    (version) => {
      expect(satisfies(version, range)).toBe(true)
    },
  )

  it.each(['18.20.8', '20.18.3', '20.9.0', '21.7.3', '22.11.9'])('%s is refused', (version) => {
    expect(satisfies(version, range)).toBe(false)
  })
})

describe('the installed packages', () => {
  const lock = (packages: object) => JSON.stringify({ packages })
  const wanted = lock({
    '': { name: 'catchment' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/a-windows': { version: '1.0.0', integrity: 'y', optional: true },
  })

  it('match when only builds for other systems are missing', () => {
    expect(matchesLock(wanted, lock({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } }))).toBe(true)
  })

  it('do not match when nothing is installed', () => {
    expect(matchesLock(wanted, undefined)).toBe(false)
  })

  it('do not match when a package is missing', () => {
    expect(matchesLock(wanted, lock({}))).toBe(false)
  })

  it('do not match when a version differs', () => {
    expect(matchesLock(wanted, lock({ 'node_modules/a': { version: '1.0.1', integrity: 'x' } }))).toBe(false)
  })

  it('do not match when a package is no longer wanted', () => {
    const installed = {
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b': { version: '1.0.0' },
    }
    expect(matchesLock(wanted, lock(installed))).toBe(false)
  })
})
