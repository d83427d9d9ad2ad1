import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'catchment-cli-'))
const built = path.join(folder, 'built')

beforeAll(() => {
  const vite = path.join('node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--mode', 'cli', '--logLevel', 'warn', '--outDir', built]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the built command line', () => {
  it('is one file', () => {
    expect(readdirSync(built)).toEqual(['catchment.js'])
  })

  it.each([
    { place: 'an ES module package', manifest: '{"type":"module"}' },
    { place: 'a CommonJS package', manifest: '{"type":"commonjs"}' },
    { place: 'a package that does not say', manifest: '{}' },
    { place: 'no package', manifest: null },
  ])('runs copied into $place', ({ place, manifest }) => {
    const home = path.join(folder, place)
    mkdirSync(home)
    copyFileSync(path.join(built, 'catchment.js'), path.join(home, 'catchment.js'))
    if (manifest !== null) writeFileSync(path.join(home, 'package.json'), manifest)
    const run = spawnSync(process.execPath, ['catchment.js', 'no-such-command'], {
      cwd: home,
      encoding: 'utf8',
    })
    expect(run.stderr).not.toBe('')
    expect(run.stderr).not.toMatch(/^\s+at /m)
    expect(run.stdout).toBe('')
    expect(run.status).toBe(2)
  })
})
