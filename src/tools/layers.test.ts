import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { LAYERS, OTHER_FOLDERS } from './layers.mjs'
import { oxlintConfig } from './oxlint-config.mjs'
import {
  FORBIDDEN_ELSEWHERE,
  FORBIDDEN_GLOBALS,
  FORBIDDEN_IMPORT_TYPES,
  FORBIDDEN_IMPORTS,
  FORBIDDEN_RANDOMNESS,
  LEGAL,
  type Plant,
} from './planted-violations'

const TABLES = {
  'eslint(no-restricted-imports)': FORBIDDEN_IMPORTS,
  'typescript(consistent-type-imports)': FORBIDDEN_IMPORT_TYPES,
  'eslint(no-restricted-globals)': FORBIDDEN_GLOBALS,
  'eslint(no-restricted-properties)': FORBIDDEN_RANDOMNESS,
}
const LAYER_RULES = Object.keys(TABLES)

const Report = z.object({
  diagnostics: z.array(
    z.object({ code: z.optional(z.string()), filename: z.string(), help: z.optional(z.string()) }),
  ),
})
type Diagnostic = z.infer<typeof Report>['diagnostics'][number]

const ROOT = process.cwd()
const tree = mkdtempSync(path.join(tmpdir(), 'catchment-layers-'))
const pathOf = new Map<Plant, string>()
const diagnosticsOf = new Map<string, Diagnostic[]>()

/** Writes a plant into the tree under a path of its own. */
function put(plant: Plant): void {
  const file = plant.path.replace('plant', `plant-${pathOf.size}`)
  pathOf.set(plant, file)
  mkdirSync(path.join(tree, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(tree, file), plant.text)
}

function reportsOn(plant: Plant): readonly Diagnostic[] {
  return diagnosticsOf.get(pathOf.get(plant) ?? '') ?? []
}

function codesOn(plant: Plant): readonly (string | undefined)[] {
  return reportsOn(plant).map((diagnostic) => diagnostic.code)
}

beforeAll(() => {
  for (const plant of [...Object.values(TABLES).flat(), ...FORBIDDEN_ELSEWHERE, ...LEGAL]) put(plant)
  const cycle = [...pathOf].find(([plant]) => plant.path.includes('cycle'))?.[1] ?? ''
  writeFileSync(
    path.join(tree, 'src/engine/cycle.ts'),
    `import type { B } from './${path.basename(cycle, '.ts')}'\nexport type A = B[]\n`,
  )
  copyFileSync('.oxlintrc.json', path.join(tree, '.oxlintrc.json'))
  writeFileSync(
    path.join(tree, 'tsconfig.json'),
    '{"compilerOptions":{"strict":true,"module":"esnext","moduleResolution":"bundler","jsx":"react-jsx","types":[]}}',
  )
  const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--type-aware', '-f', 'json', 'src'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  for (const diagnostic of Report.parse(JSON.parse(run.stdout)).diagnostics) {
    const file = diagnostic.filename.replaceAll('\\', '/')
    diagnosticsOf.set(file, [...(diagnosticsOf.get(file) ?? []), diagnostic])
  }
})

afterAll(() => rmSync(tree, { recursive: true }))

describe.each(Object.entries(TABLES))('%s', (rule, plants) => {
  it.each(plants)('refuses $title', (plant) => {
    expect(codesOn(plant)).toContain(rule)
  })
})

describe('the other rules', () => {
  it.each(FORBIDDEN_ELSEWHERE)('report $title', (plant) => {
    expect(codesOn(plant)).toContain(plant.title)
  })
})

describe('the layers', () => {
  it.each(LEGAL)('allow $title', (plant) => {
    expect(codesOn(plant).filter((code) => code !== undefined && LAYER_RULES.includes(code))).toEqual([])
  })

  it.each(FORBIDDEN_IMPORTS)('explain themselves on $title', (plant) => {
    const help = reportsOn(plant).map((diagnostic) => diagnostic.help)
    expect(help.join('\n')).toMatch(/Layer "[a-z]+".*[:;] |A rule type may not import another one: /)
  })

  it('are all the folders of src, so that none escapes the rules', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const known = [...LAYERS.map((layer) => layer.name), ...OTHER_FOLDERS]
    expect(folders.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([])
  })

  it('have no index file in a rule type, so that no other one can be imported by its folder', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    )
    expect(files.filter((file) => /^rules\/[^/]+\/index\./.test(file))).toEqual([])
  })

  it('are what .oxlintrc.json says (if not: npm run lint:config)', () => {
    expect(JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(oxlintConfig())),
    )
  })
})
