import { BANNED_GLOBALS, LAYERS } from './layers.mjs'

/**
 * One file that breaks a rule, or keeps it. The word "plant" in the path becomes unique, so that all plants
 * fit into one tree that mirrors src/.
 */
export interface Plant {
  readonly title: string
  readonly path: string
  readonly text: string
}

const pureLayers = LAYERS.filter((layer) => layer.pure).map((layer) => layer.name)

/** A file that imports a value and uses it. */
function importing(specifier: string): string {
  return `import { a } from '${specifier}'\nexport const b = a\n`
}

/** A file that imports a type and uses it. */
function importingType(specifier: string): string {
  return `import type { A } from '${specifier}'\nexport type B = A\n`
}

const IN_POLICY = 'src/policy/plant.ts'
const DEFINITION = 'src/rules/plant/definition.ts'
const VIEW = 'src/rules/plant/view.tsx'

const everyUpwardFolder: readonly Plant[] = LAYERS.flatMap(({ name, mayImport }) =>
  LAYERS.filter((other) => other.name !== name && !mayImport.includes(other.name)).map((other) => ({
    title: `${other.name} in ${name}`,
    path: `src/${name}/plant.ts`,
    text: importing(`../${other.name}/a`),
  })),
)

/** Refused by no-restricted-imports. */
export const FORBIDDEN_IMPORTS: readonly Plant[] = [
  ...everyUpwardFolder,
  { title: 'a type import', path: IN_POLICY, text: importingType('../engine/a') },
  {
    title: 'an inline type',
    path: IN_POLICY,
    text: "import { type A } from '../engine/a'\nexport type B = A\n",
  },
  { title: 'a folder import', path: IN_POLICY, text: importing('../engine') },
  { title: 'a type from a folder', path: IN_POLICY, text: importingType('../engine') },
  { title: 'an import for its effect', path: IN_POLICY, text: "import '../engine/a'\n" },
  { title: 'export from', path: IN_POLICY, text: "export { a } from '../engine/a'\n" },
  { title: 'export type from', path: IN_POLICY, text: "export type { A } from '../engine/a'\n" },
  { title: 'export * from', path: IN_POLICY, text: "export * from '../engine/a'\n" },
  { title: 'a dynamic import', path: IN_POLICY, text: "export const a = () => import('../engine/a')\n" },
  { title: 'an import from the root', path: IN_POLICY, text: importing('/src/engine/a') },
  {
    title: 'an import from deep down',
    path: 'src/policy/b/c/plant.ts',
    text: importing('../../../engine/a'),
  },
  { title: 'an upward import in a test', path: 'src/policy/plant.test.ts', text: importing('../engine/a') },
  {
    title: 'examples in engine',
    path: 'src/engine/plant.ts',
    text: importing('../examples/a.scenario.json'),
  },
  { title: 'tools in ui', path: 'src/ui/plant.ts', text: importing('../tools/a') },
  { title: 'React in engine', path: 'src/engine/plant.ts', text: importing('react') },
  { title: 'a React type in engine', path: 'src/engine/plant.ts', text: importingType('react') },
  { title: 'the JSX runtime in rules', path: 'src/rules/plant.ts', text: importing('react/jsx-runtime') },
  { title: 'Leaflet in geo', path: 'src/geo/plant.ts', text: importing('leaflet') },
  { title: 'React Flow in scenario', path: 'src/scenario/plant.ts', text: importingType('@xyflow/react') },
  { title: 'zustand in analysis', path: 'src/analysis/plant.ts', text: importing('zustand/vanilla') },
  { title: 'Node in formats', path: 'src/formats/plant.ts', text: importing('node:fs') },
  { title: 'react-dom in store', path: 'src/store/plant.ts', text: importing('react-dom/client') },
  { title: 'React Flow in store', path: 'src/store/plant.ts', text: importingType('@xyflow/react') },
  { title: 'the React half of zustand in store', path: 'src/store/plant.ts', text: importing('zustand') },
  { title: 'React in cli', path: 'src/cli/plant.ts', text: importing('react') },
  { title: 'another rule type', path: DEFINITION, text: importing('../failover/definition') },
  { title: 'a type of another rule type', path: DEFINITION, text: importingType('../failover/definition') },
  { title: 'an unheard-of rule type', path: DEFINITION, text: importing('../novel/definition') },
  {
    title: 'another rule type the long way',
    path: DEFINITION,
    text: importing('../../rules/failover/check'),
  },
  {
    title: 'another rule type in a test',
    path: 'src/rules/plant/a.test.ts',
    text: importing('../failover/a'),
  },
  { title: 'another rule type in a view', path: VIEW, text: importing('../failover/view') },
  { title: 'the registry in a rule type', path: DEFINITION, text: importing('../index') },
  { title: 'the registry by its folder', path: DEFINITION, text: importing('..') },
  { title: 'policy in a rule type', path: DEFINITION, text: importing('../../policy/a') },
  { title: 'React in a definition', path: DEFINITION, text: importing('react') },
  { title: 'the view in its definition', path: DEFINITION, text: importing('./view') },
  {
    title: 'the guide in its definition',
    path: DEFINITION,
    text: "import a from './guide.md?raw'\nexport const b = a\n",
  },
  { title: 'a view in the registry', path: 'src/rules/plant.ts', text: importing('./weighted/view') },
  { title: 'a view in store', path: 'src/store/plant.ts', text: importing('../rules/weighted/view') },
  {
    title: 'a view elsewhere in ui',
    path: 'src/ui/a/plant.tsx',
    text: importing('../../rules/weighted/view'),
  },
  { title: 'cli in a view', path: VIEW, text: importing('../../cli/a') },
]

/** Refused by consistent-type-imports, because no-restricted-imports does not see them. */
export const FORBIDDEN_IMPORT_TYPES: readonly Plant[] = [
  { title: "import('…').T", path: IN_POLICY, text: "export type A = import('../engine/a').A\n" },
  { title: "typeof import('…')", path: IN_POLICY, text: "export type A = typeof import('../engine/a')\n" },
]

/** Refused by no-restricted-globals. */
export const FORBIDDEN_GLOBALS: readonly Plant[] = [
  ...pureLayers.flatMap((layer) =>
    Object.keys(BANNED_GLOBALS).map((name) => ({
      title: `${name} in ${layer}`,
      path: `src/${layer}/plant.ts`,
      text: `export const a: unknown = ${name}\n`,
    })),
  ),
  {
    title: 'globalThis.document in engine',
    path: 'src/engine/plant.ts',
    text: 'export const a = globalThis.document\n',
  },
  { title: 'document in a rule type', path: DEFINITION, text: 'export const a = document.title\n' },
]

/** Refused by no-restricted-properties. */
export const FORBIDDEN_RANDOMNESS: readonly Plant[] = pureLayers.flatMap((layer) =>
  ['const a = Math.random()', "const a = Math['random']()", 'const { random: a } = Math'].map((line) => ({
    title: `${line} in ${layer}`,
    path: `src/${layer}/plant.ts`,
    text: `export ${line}\n`,
  })),
)

/** Refused by the rule that the title begins with. */
export const FORBIDDEN_ELSEWHERE: readonly Plant[] = [
  {
    title: 'import(no-cycle)',
    path: 'src/engine/cycle-plant.ts',
    text: "import type { A } from './cycle'\nexport type B = A | null\n",
  },
  { title: 'import(no-default-export)', path: 'src/engine/plant.ts', text: 'export default 1\n' },
  { title: 'typescript(no-explicit-any)', path: 'src/engine/plant.ts', text: 'export const a: any = 1\n' },
  {
    title: 'typescript(no-non-null-assertion)',
    path: 'src/engine/plant.ts',
    text: 'export const a = (b: string | null) => b!.length\n',
  },
  { title: 'eslint(max-lines)', path: 'src/engine/plant.ts', text: 'export {}\n'.repeat(401) },
  {
    title: 'typescript(no-floating-promises)',
    path: 'src/store/plant.ts',
    text: 'const a = async () => 1\nexport const b = () => {\n  a()\n}\n',
  },
  {
    title: 'typescript(no-misused-promises)',
    path: 'src/store/plant.ts',
    text: 'const a = async () => true\nexport const b = () => (a() ? 1 : 2)\n',
  },
  {
    title: 'typescript(switch-exhaustiveness-check)',
    path: 'src/engine/plant.ts',
    text: "export function a(b: 'c' | 'd'): number {\n  switch (b) {\n    case 'c':\n      return 1\n  }\n  return 2\n}\n",
  },
  {
    title: 'react-hooks(rules-of-hooks)',
    path: 'src/ui/plant.tsx',
    text: "import { useState } from 'react'\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1)\n  return null\n}\n",
  },
  {
    title: 'jsx-a11y(click-events-have-key-events)',
    path: 'src/ui/plant.tsx',
    text: 'export function A() {\n  return <div onClick={() => undefined}>b</div>\n}\n',
  },
]

const everyDownwardFolder: readonly Plant[] = LAYERS.flatMap(({ name, mayImport }) =>
  mayImport.map((other) => ({
    title: `${other} in ${name}`,
    path: `src/${name}/plant.ts`,
    text: importing(`../${other}/a`),
  })),
)

/** Must pass. */
export const LEGAL: readonly Plant[] = [
  ...everyDownwardFolder,
  { title: 'zod in model', path: 'src/model/plant.ts', text: importing('zod/mini') },
  { title: 'a neighbour', path: 'src/engine/plant.ts', text: importing('./b') },
  {
    title: 'import() in geo/load.ts',
    path: 'src/geo/load.ts',
    text: "export const a = () => import('./b')\n",
  },
  { title: 'shared code in a rule type', path: DEFINITION, text: importing('../definition') },
  { title: 'geo in a rule type', path: DEFINITION, text: importing('../../geo/distance') },
  {
    title: 'definitions in the registry',
    path: 'src/rules/plant.ts',
    text: importing('./weighted/definition'),
  },
  { title: 'React in a view', path: VIEW, text: `${importing('react')}export const c = document\n` },
  { title: 'the definition in its view', path: VIEW, text: importing('./definition') },
  { title: 'ui in a view', path: VIEW, text: importing('../../ui/kit/slider') },
  {
    title: 'a view in ui/rule-views.ts',
    path: 'src/ui/rule-views.ts',
    text: importing('../rules/weighted/view'),
  },
  {
    title: 'a guide in ui',
    path: 'src/ui/plant.ts',
    text: "import a from '../rules/weighted/guide.md?raw'\nexport const b = a\n",
  },
  { title: 'zustand/vanilla in store', path: 'src/store/plant.ts', text: importing('zustand/vanilla') },
  {
    title: 'the clock in store',
    path: 'src/store/plant.ts',
    text: 'export const a = [Date, setTimeout, crypto]\n',
  },
  { title: 'Node in cli', path: 'src/cli/plant.ts', text: importing('node:fs') },
  { title: 'Node in a test', path: 'src/engine/plant.test.ts', text: importing('node:fs') },
  {
    title: 'the clock in a benchmark',
    path: 'src/engine/plant.bench.ts',
    text: 'export const a = performance\n',
  },
  {
    title: 'examples in a test',
    path: 'src/engine/plant.test.ts',
    text: importing('../examples/a.scenario.json'),
  },
  { title: 'everything in main.tsx', path: 'src/main.tsx', text: importing('./ui/a') },
]
