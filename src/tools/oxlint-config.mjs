// @ts-check
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BANNED_GLOBALS, LAYERS, OTHER_FOLDERS, PACKAGES, TEST_FILES } from './layers.mjs'
import { RULES } from './lint-rules.mjs'

/** @typedef {{ regex: string, message: string }} Ban */

const FOLDERS = [...LAYERS.map((layer) => layer.name), ...OTHER_FOLDERS]

/** A path that ends in one of these names or goes through it, so that a folder import does not slip through. */
const through = (/** @type {readonly string[]} */ names) => `/(${names.join('|')})(/|$)`

/** @param {string} layer @param {readonly string[]} mayImport @returns {Ban} */
function folderBan(layer, mayImport) {
  const banned = FOLDERS.filter((folder) => folder !== layer && !mayImport.includes(folder))
  const allowed = mayImport.length === 0 ? 'no other layer' : `only ${mayImport.join(', ')}`
  const way = 'move the code down or take the value as an argument'
  return {
    regex: through(banned),
    message: `Layer "${layer}" may import ${allowed}, types included: ${way}.`,
  }
}

/** @param {string} layer @param {(keyof typeof PACKAGES)[]} kinds @param {string} way @returns {Ban} */
function packageBan(layer, kinds, way) {
  const names = kinds.flatMap((kind) => PACKAGES[kind])
  return { regex: `^(${names.join('|')})(/|$)`, message: `Layer "${layer}": ${way}` }
}

/** What the other layers may not see of a rule type: its view, which ui/rule-views.ts registers. @param {string} layer @returns {Ban} */
function viewBan(layer) {
  return layer === 'rules'
    ? {
        regex: '/(view(\\.tsx)?|guide\\.md.*)$',
        message: 'Layer "rules": views and guides are read by ui only.',
      }
    : {
        regex: '/rules/[^/]+/view(\\.tsx)?$',
        message: `Layer "${layer}": rule views are registered in src/ui/rule-views.ts; import that.`,
      }
}

/** @param {import('./layers.mjs').Layer} layer @param {boolean} isTest */
function importBans({ name, mayImport, pure }, isTest) {
  const bans = [folderBan(name, isTest ? [...mayImport, 'examples'] : mayImport), viewBan(name)]
  if (pure || name === 'cli') {
    const way = 'no framework below store; return data and let store and ui use it.'
    bans.push(packageBan(name, ['frameworks', 'components', 'stores'], way))
  }
  if (name === 'store') {
    bans.push(packageBan(name, ['frameworks', 'components'], 'no components here; draw in ui.'))
    bans.push({
      regex: '^zustand$',
      message: 'Layer "store": zustand itself brings React; import zustand/vanilla.',
    })
  }
  if (name !== 'cli' && !isTest) {
    bans.push(
      packageBan(name, ['node'], 'only cli, tools and tests know Node; take the data as an argument.'),
    )
  }
  return bans
}

/** @param {string[]} files @param {readonly Ban[]} patterns @param {object} [more] */
function importOverride(files, patterns, more) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }], ...more } }
}

/** One entry for all pure layers, which are named in the message. */
function purityOverride() {
  const pure = LAYERS.filter((layer) => layer.pure).map((layer) => layer.name)
  const message = (/** @type {string} */ way) => `Not in a pure layer (${pure.join(', ')}): ${way}.`
  const globals = Object.entries(BANNED_GLOBALS).map(([name, way]) => ({ name, message: message(way) }))
  const random = {
    object: 'Math',
    property: 'random',
    message: message('only engine draws, from a seed (pure-rand)'),
  }
  return {
    files: pure.flatMap((name) => [`src/${name}/**/*.ts`, `src/${name}/**/*.tsx`]),
    rules: { 'no-restricted-globals': ['error', ...globals], 'no-restricted-properties': ['error', random] },
  }
}

/** @param {import('./layers.mjs').Layer} layer */
function layerOverrides(layer) {
  const folder = `src/${layer.name}/**`
  return [
    importOverride([`${folder}/*.ts`, `${folder}/*.tsx`], importBans(layer, false)),
    importOverride(
      TEST_FILES.map((file) => `${folder}/${file}`),
      importBans(layer, true),
      { 'no-restricted-globals': 'off', 'no-console': 'off' },
    ),
  ]
}

/** @param {string} name */
function layerNamed(name) {
  const layer = LAYERS.find((it) => it.name === name)
  if (layer === undefined) throw new Error(`no layer is called "${name}"`)
  return layer
}

/** Inside rules/<type>/: no other rule type (nor the registry, which lists them), and the view is a part of ui. */
function ruleTypeOverrides() {
  const message = 'A rule type may not import another one: share through src/rules/*.ts, geo or model.'
  const others = [
    { regex: '^\\.\\.(/([^./][^/]*/.*|index)?)?$', message },
    { regex: through(['rules']), message },
  ]
  const rules = layerNamed('rules')
  const tests = TEST_FILES.map((file) => `src/rules/*/${file}`)
  return [
    importOverride(['src/rules/*/*.ts', 'src/rules/*/*.tsx'], [...importBans(rules, false), ...others]),
    importOverride(tests, [...importBans(rules, true), ...others]),
    importOverride(
      ['src/rules/*/view.tsx', 'src/rules/*/view.test.tsx'],
      [...importBans(layerNamed('ui'), false), ...others],
      { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
    ),
  ]
}

/** The whole configuration of oxlint. */
export function oxlintConfig() {
  return {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'import', 'promise', 'vitest'],
    categories: { correctness: 'error' },
    env: { builtin: true, browser: true, node: true },
    ignorePatterns: ['src/geo/data/**', 'dist/**', 'dist-cli/**'],
    rules: RULES,
    overrides: [
      purityOverride(),
      ...LAYERS.flatMap(layerOverrides),
      ...ruleTypeOverrides(),
      importOverride(
        ['src/ui/rule-views.ts'],
        importBans(layerNamed('ui'), false).filter((ban) => ban.regex !== viewBan('ui').regex),
      ),
      { files: ['src/cli/**', 'src/tools/**', 'e2e/**'], rules: { 'no-console': 'off' } },
      // Playwright's fixtures hand over by a function called use, which is no React hook.
      { files: ['e2e/**'], rules: { 'react/rules-of-hooks': 'off' } },
      { files: ['*.config.ts', 'e2e/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    ],
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../.oxlintrc.json', import.meta.url))
  writeFileSync(file, JSON.stringify(oxlintConfig(), null, 2))
  spawnSync('npx', ['biome', 'check', '--write', '--linter-enabled=false', file], { stdio: 'inherit' })
}
