import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LIST = 'src/rules/index.ts'
const VIEWS = 'src/ui/rule-views.ts'
const LISTS = [LIST, VIEWS]

let copy = ''

// A project of its own with the same sources, in which rule types can be planted.
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'catchment-registration-'))
  for (const each of ['src', 'e2e', 'README.md', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(ROOT, each), path.join(copy, each), { recursive: true })
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true }))

type Change = (text: string) => string

/** Puts the two lists of rule types as they are, with changes of their text. */
function change(changes: Readonly<Record<string, Change>>): void {
  for (const file of LISTS) {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    writeFileSync(path.join(copy, file), changes[file]?.(text) ?? text)
  }
}

/** The compiler's errors about some files and whatever they import. */
function compilerErrors(include: readonly string[]): readonly string[] {
  const config = { extends: './tsconfig.json', include }
  writeFileSync(path.join(copy, 'tsconfig.plant.json'), JSON.stringify(config))
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const run = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', 'tsconfig.plant.json'], {
    encoding: 'utf8',
    cwd: copy,
  })
  return run.stdout.split('\n').filter((line) => line.includes('error TS'))
}

/** The compiler's errors in the two lists of rule types after changes of their text, with what they say. */
function errorsWith(changes: Readonly<Record<string, Change>>): readonly string[] {
  change(changes)
  return compilerErrors(LISTS).filter((line) => LISTS.some((file) => line.startsWith(file)))
}

/** Titles of the registry's tests that fail, and of those of the examples. */
function failures(): readonly string[] {
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const report = path.join(copy, 'report.json')
  const tests = ['src/rules/rules.test.ts', 'src/examples/examples.test.ts']
  const args = ['run', '--root', copy, '--reporter=json', `--outputFile=${report}`, ...tests]
  spawnSync(process.execPath, [vitest, ...args], { cwd: copy, encoding: 'utf8' })
  const text = readFileSync(report, 'utf8')
  rmSync(report)
  return [...text.matchAll(/"status":"failed","title":"((?:[^"\\\\]|\\\\.)*)"/g)].map(
    ([, title]) => title ?? '',
  )
}

const MODEL = path.join(ROOT, 'src/rules/multivalue')
const WORDS = [
  ['Multivalue answer', 'Echo'],
  ['Multivalue', 'Echo'],
  ['MULTIVALUE', 'ECHO'],
  ['multivalue', 'echo'],
  ['Items', 'Echoes'],
] as const

/** Plants the folder of a new rule type `echo`, made after another, without some of its files. */
function plantFolder(without: readonly string[] = []): void {
  const folder = path.join(copy, 'src/rules/echo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of readdirSync(MODEL).filter((each) => !without.includes(each))) {
    const text = readFileSync(path.join(MODEL, name), 'utf8')
    writeFileSync(
      path.join(folder, name),
      WORDS.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    )
  }
}

/** The line in each of the two lists, with what it imports. */
const LISTED: Readonly<Record<string, Change>> = {
  [LIST]: (text) =>
    `import { echo } from './echo/definition'\n${replacing(/const definitions = \{/, '$& echo,')(text)}`,
  [VIEWS]: (text) =>
    `import { echoView } from '../rules/echo/view'\n${replacing(/ {2}weighted: weightedView,/, '$& echo: echoView,')(text)}`,
}

/** Replaces a part of a list that must be there. */
function replacing(part: string | RegExp, by: string): Change {
  return (text) => {
    const changed = text.replace(part, by)
    if (changed === text) throw new Error(`“${part}” is not in the list any more.`)
    return changed
  }
}

/** Adds a rule type `echo` whose definition has the type given. */
function addingEcho(definition: string): Change {
  const list = replacing(/const definitions = \{/, '$& echo,')
  return (text) => `${list(text)}\ndeclare const echo: ${definition}\n`
}

const TIMEOUT_MS = 300_000

describe('the compiler', () => {
  it('takes the lists of rule types as they are', { timeout: TIMEOUT_MS }, () => {
    expect(errorsWith({})).toEqual([])
  })

  it('refuses a rule type without a view, and takes all else about it', { timeout: TIMEOUT_MS }, () => {
    const errors = errorsWith({ [LIST]: addingEcho("RuleDefinition<'echo', Branch>") })
    expect(errors).toEqual([
      expect.stringMatching(/rule-views\.ts.*error TS2741: Property 'echo' is missing/),
    ])
  })

  it('refuses a rule type whose definition lacks a part', { timeout: TIMEOUT_MS }, () => {
    const errors = errorsWith({ [LIST]: addingEcho("Omit<RuleDefinition<'echo', Branch>, 'labelOf'>") })
    expect(errors).toContainEqual(expect.stringMatching(/rules\/index\.ts.*error TS2322: .*echo/))
  })

  it('refuses a rule type under another name than its own', { timeout: TIMEOUT_MS }, () => {
    const errors = errorsWith({
      [LIST]: replacing(/(const definitions = \{[^}]*?)\bweighted,/, '$1heavy: weighted,'),
    })
    expect(errors).toContainEqual(expect.stringMatching(/rules\/index\.ts.*error TS2322: .*readonly heavy/))
  })

  it('refuses the view of another rule type', { timeout: TIMEOUT_MS }, () => {
    const errors = errorsWith({ [VIEWS]: replacing('weighted: weightedView', 'weighted: geolocationView') })
    expect(errors).toContainEqual(
      expect.stringMatching(
        /rule-views\.ts.*RuleView<"geolocation">' is not assignable to type 'RuleView<"weighted">'/,
      ),
    )
  })
})

describe('a new rule type', () => {
  it('is its folder and a line in each of two lists, and then lacks but an example', {
    timeout: 4 * TIMEOUT_MS,
  }, () => {
    plantFolder()
    change(LISTED)
    appendFileSync(path.join(copy, 'README.md'), '\n| Echo | `echo` |\n')
    expect(compilerErrors(['src'])).toEqual([])
    expect(failures()).toEqual(['every rule type has an example'])
  })

  it('is refused with half its folder', { timeout: 4 * TIMEOUT_MS }, () => {
    plantFolder(['guide.md', 'any-rule.fixtures.ts'])
    change(LISTED)
    const found = failures().join('\n')
    expect(found).toContain('has a view and a guide with every heading')
    expect(found).toContain('reads back whatever it writes')
  })
})
