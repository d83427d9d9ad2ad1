import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { asciiOnly } from './src/tools/ascii-only.mjs'
import { contentSecurityPolicy } from './src/tools/content-security-policy.mjs'
import { jsonAssets } from './src/tools/json-assets.mjs'
import { serviceWorker } from './src/tools/service-worker.mjs'

/** The React Compiler adds 28 kB gzip of memoisation to the first load; set to true to build with it. */
const REACT_COMPILER = false

const isEntry = (id: string) => id.endsWith('/src/main.tsx') || id.endsWith('/index.html')

/** The site: relative addresses only, so that dist/ works on any static host in any sub-folder. */
const site: UserConfig = {
  base: './',
  plugins: [
    react({ compiler: REACT_COMPILER }),
    contentSecurityPolicy(),
    serviceWorker(),
    jsonAssets('src/geo/data'),
  ],
  // The worker reads the same data, as files too.
  resolve: {
    alias: [{ find: /^leaflet$/, replacement: path.join(import.meta.dirname, 'src/ui/map/leaflet-core.ts') }],
  },
  worker: { format: 'es', plugins: () => [jsonAssets('src/geo/data')] },
  build: {
    outDir: 'dist',
    manifest: true,
    // Browsers that run the app know modulepreload themselves.
    modulePreload: { polyfill: false },
    // A small file turned into a data: address would be refused by the content security policy.
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        // What is loaded first comes in one file: cut up by who else uses it, it is larger by a tenth when compressed.
        // But the entry: it awaits files that need the others, and would wait for itself in one file with them.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: (id) => !isEntry(id) }] },
      },
    },
  },
}

const isBuiltin = (id: string) => id.startsWith('node:') || builtinModules.includes(id)

/**
 * The command line: one file for plain Node. It contains neither import nor require, because Node decides by the
 * nearest package.json which of the two a .js file may use, and this one may be copied anywhere.
 */
const cli: UserConfig = {
  publicDir: false,
  plugins: [asciiOnly()],
  // What yaml offers to Node calls require; its other form does not.
  resolve: {
    alias: [
      { find: /^yaml$/, replacement: path.join(import.meta.dirname, 'node_modules/yaml/browser/index.js') },
    ],
  },
  ssr: { noExternal: true },
  build: {
    outDir: 'dist-cli',
    target: 'node20',
    // Node prints the source line of an uncaught error: keep that line short.
    minify: false,
    ssr: 'src/cli/main.ts',
    rolldownOptions: {
      external: isBuiltin,
      // Else every module is compiled at every start, also those that a command never comes to.
      optimization: { pifeForModuleWrappers: false },
      output: {
        // They are a fifth of the file, and in the sources.
        comments: false,
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'catchment.js',
        banner: '#!/usr/bin/env node',
        globals: (id) => `process.getBuiltinModule(${JSON.stringify(id)})`,
      },
    },
  },
}

/** The order of test files; only for Vitest, of which a build need not load the half. */
async function sequence() {
  if (process.env['VITEST'] === undefined) return {}
  const { LongestFirst } = await import('./src/tools/longest-first.mjs')
  return { sequence: { sequencer: LongestFirst } }
}

export default defineConfig(async ({ mode }) => ({
  ...(mode === 'cli' ? cli : site),
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    // Generous, because the processors may be busy: no test asserts on time.
    // All processors: one left free for the terminal is half of a small machine.
    maxWorkers: '100%',
    // One process for many files, which load the same modules: no test changes what another could see.
    isolate: false,
    ...(await sequence()),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    benchmark: { include: ['src/**/*.bench.ts'] },
  },
}))
