import { spawnSync } from 'node:child_process'
import {
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
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LIST = 'src/rules/index.ts'
const VIEWS = 'src/ui/rule-views.ts'

/** Links every entry of a folder of the project, but those named, into the same folder of a copy. */
function linkAll(folder: string, copy: string, but: readonly string[]): void {
  mkdirSync(path.join(copy, folder), { recursive: true })
  for (const entry of readdirSync(path.join(ROOT, folder))) {
    if (!but.includes(entry)) symlinkSync(path.join(ROOT, folder, entry), path.join(copy, folder, entry))
  }
}

type Change = (text: string) => string

/** The compiler's errors in the two lists of rule types after changes of their text, with what they say. */
function errorsWith(changes: Readonly<Record<string, Change>>): readonly string[] {
  const copy = mkdtempSync(path.join(tmpdir(), 'catchment-registration-'))
  linkAll('src', copy, ['rules', 'ui'])
  linkAll('src/rules', copy, ['index.ts'])
  linkAll('src/ui', copy, ['rule-views.ts'])
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  for (const file of [LIST, VIEWS]) {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    writeFileSync(path.join(copy, file), changes[file]?.(text) ?? text)
  }
  const config = {
    extends: path.join(ROOT, 'tsconfig.json'),
    // Links stay links, so that the files around the lists import the changed ones.
    compilerOptions: { preserveSymlinks: true },
    include: [],
    files: [LIST, VIEWS],
  }
  writeFileSync(path.join(copy, 'tsconfig.json'), JSON.stringify(config))
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const run = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', copy], {
    encoding: 'utf8',
    cwd: copy,
  })
  rmSync(copy, { recursive: true })
  return run.stdout.split('\n').filter((line) => line.startsWith(LIST) || line.startsWith(VIEWS))
}

/** Replaces a part of a list that must be there. */
function replacing(part: string, by: string): Change {
  return (text) => {
    if (!text.includes(part)) throw new Error(`“${part}” is not in the list any more.`)
    return text.replace(part, by)
  }
}

/** Adds a rule type `echo` whose definition has the type given. */
function addingEcho(definition: string): Change {
  const list = replacing('const definitions = { weighted,', 'const definitions = { echo, weighted,')
  return (text) => `${list(text)}\ndeclare const echo: ${definition}\n`
}

const TIMEOUT_MS = 60_000

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
    const errors = errorsWith({ [LIST]: replacing('{ weighted,', '{ heavy: weighted,') })
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
