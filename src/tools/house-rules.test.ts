import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { breachesIn } from './house-rules'

/** The lines on which a text, standing in this file, breaks a rule. */
function linesIn(text: string, file = 'src/store/a.ts'): readonly number[] {
  return breachesIn(file, text).map((breach) => breach.line)
}

describe('the rules of the house', () => {
  it('refuse a cast without a reason', () => {
    expect(linesIn('const a = 1\nconst b = a as unknown\n')).toEqual([2])
    expect(linesIn('const b = <string>a\n')).toEqual([1])
  })

  it('allow a cast with its reason beside it, and as const', () => {
    expect(linesIn('const b = a as B // the key was checked above\n')).toEqual([])
    expect(linesIn('// The key was checked above.\nconst b = a as B\n')).toEqual([])
    expect(linesIn('const a = [1] as const\n')).toEqual([])
  })

  it.each(['eslint-disable-next-line eqeqeq', '@ts-ignore', '@ts-expect-error', 'biome-ignore format: a'])(
    'refuse a silenced check: %s',
    (comment) => {
      expect(linesIn(`const a = 1\n// ${comment}\n`)).toEqual([2])
    },
  )

  it('refuse a note that something is unfinished', () => {
    expect(linesIn(`/* ${'TO'}DO: the rest */\n`)).toEqual([1])
  })

  it.each(['it.skip', 'test.only', 'describe.todo', 'test.fixme', 'test.describe.only'])(
    'refuse %s',
    (call) => {
      expect(linesIn(`${call}('a', () => {})\n`, 'e2e/a.spec.ts')).toEqual([1])
    },
  )

  it.each(['vi.mock', 'vi.doMock'])('refuse %s, since test files share their modules', (call) => {
    expect(linesIn(`import { vi } from 'vitest'\n${call}('./b')\n`, 'src/ui/a.test.ts')).toEqual([2])
    expect(linesIn('const said = vi.fn()\n', 'src/ui/a.test.ts')).toEqual([])
  })

  it('refuse import() in a pure layer but for its loader and its tests', () => {
    const text = "const a = () => import('./b')\n"
    expect(linesIn(text, 'src/engine/a.ts')).toEqual([1])
    expect(linesIn(text, 'src/geo/load.ts')).toEqual([])
    expect(linesIn(text, 'src/engine/a.test.ts')).toEqual([])
    expect(linesIn(text, 'src/ui/a.tsx')).toEqual([])
  })

  it('are kept by every file', () => {
    const files = ['src', 'e2e'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/geo/data/build/')),
    )
    const breaches = files.flatMap((file) =>
      breachesIn(file, readFileSync(file, 'utf8')).map(({ line, rule }) => `${file}:${line}: ${rule}`),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(breaches).toEqual([])
  })
})
