import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES } from './documents.fixtures'

const folder = mkdtempSync(path.join(tmpdir(), 'catchment-built-'))

beforeAll(() => {
  const vite = path.join('node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--mode', 'cli', '--logLevel', 'warn', '--outDir', path.join(folder, 'built')]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text)
  writeFileSync(path.join(folder, 'latin.json'), Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d))
  writeFileSync(path.join(folder, 'mark.json'), `\ufeff${FILES['simple.json']}`)
})

afterAll(() => rmSync(folder, { recursive: true }))

function catchment(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['built/catchment.js', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

describe('the built command line', () => {
  it('answers from a file and from standard input alike', () => {
    const words = ['--at', '48.85,2.35', '--json']
    const fromFile = catchment(['resolve', 'layers.json', ...words])
    expect(fromFile).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(fromFile.out)).toMatchObject({ outcome: 'answer', nodata: 0 })
    expect(catchment(['resolve', '-', ...words], FILES['layers.json'])).toEqual(fromFile)
  })

  it('gives the bytes of a file back, a byte order mark included', () => {
    expect(catchment(['convert', 'mark.json', '--to', 'aws']).out).toBe(`\ufeff${FILES['simple.json']}`)
  })

  it('looks a place up, links and unlinks', () => {
    expect(catchment(['resolve', 'layers.json', '--country', 'US', '--json']).out).toContain('"usa"')
    const link = catchment(['link', 'layers.json', '--base', 'https://example.com/'])
    expect(catchment(['unlink', link.out.trim()])).toMatchObject({ code: 0, err: '' })
    expect(catchment(['check', 'cname.json']).code).toBe(1)
  })

  it.each([
    [['resolve', 'none.json'], 'there is no such file'],
    [['resolve', '.'], 'it is a directory'],
    [['check', 'latin.json'], 'not a text in UTF-8'],
    [['resolve', 'cut.json'], 'line 2'],
    [['resolve', 'simple.json', '--at', '--json'], '--at takes latitude'],
    [['unlink', '#c1.AAAA'], 'link'],
    [['prove', 'simple.json'], 'there is no command'],
  ])('refuses %j with a sentence, exit code 2 and no stack trace', (words, message) => {
    const { code, out, err } = catchment(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toMatch(/^\s+at /m)
  })
})
