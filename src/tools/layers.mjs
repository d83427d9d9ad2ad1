// @ts-check
/**
 * The layers of src/, in one place. `.oxlintrc.json` is generated from this file by `npm run lint:config`,
 * and a test refuses a difference between the two.
 *
 * @typedef {object} Layer
 * @property {string} name the folder in src/
 * @property {readonly string[]} mayImport the other folders of src/ that it may import, types included
 * @property {boolean} pure knows no DOM, clock, randomness, framework or Node
 */

/** The core from the bottom up: each may import those before it. */
const CORE = ['model', 'geo', 'rules', 'policy', 'scenario', 'engine', 'analysis']
const BELOW_ENGINE = CORE.slice(0, CORE.indexOf('engine'))
const WHOLE_CORE = [...CORE, 'formats']

/** @type {readonly Layer[]} */
export const LAYERS = [
  ...CORE.map((name, index) => ({ name, mayImport: CORE.slice(0, index), pure: true })),
  { name: 'formats', mayImport: BELOW_ENGINE, pure: true },
  { name: 'cli', mayImport: WHOLE_CORE, pure: false },
  { name: 'store', mayImport: [...WHOLE_CORE, 'examples'], pure: false },
  { name: 'ui', mayImport: [...WHOLE_CORE, 'examples', 'store'], pure: false },
]

/** Folders of src/ that are no layers. */
export const OTHER_FOLDERS = ['examples', 'tools']

/** Files that test a layer: they may also use the examples, read documents from disk and measure. */
export const TEST_FILES = ['*.test.ts', '*.test.tsx', '*.bench.ts', '*.fixtures.ts']

/** The one file of the pure layers that may load code or data later, by import(). */
export const LAZY_LOADERS = ['src/geo/load.ts']

/** Packages by the folder whose business they are. */
export const PACKAGES = {
  frameworks: ['react', 'react-dom', '@xyflow', 'leaflet', 'react-leaflet'],
  components: [
    '@codemirror',
    '@lezer',
    'radix-ui',
    '@radix-ui',
    'lucide-react',
    'react-resizable-panels',
    'sonner',
    'clsx',
    'elkjs',
  ],
  stores: ['zustand'],
  node: ['node:[^/]*', 'fs', 'path', 'os', 'url', 'util', 'child_process', 'worker_threads'],
}

/** Globals that no pure layer may reach for, each with the permitted way. */
export const BANNED_GLOBALS = {
  window: 'the DOM belongs to ui',
  document: 'the DOM belongs to ui',
  navigator: 'the browser belongs to ui and store',
  location: 'take the address as an argument',
  history: 'the browser belongs to ui and store',
  screen: 'the browser belongs to ui and store',
  self: 'workers belong to store',
  globalThis: 'name the standard function itself',
  global: 'name the standard function itself',
  localStorage: 'persistence belongs to store',
  sessionStorage: 'persistence belongs to store',
  indexedDB: 'persistence belongs to store',
  caches: 'persistence belongs to store',
  fetch: 'take the data as an argument; bundled data is loaded by src/geo/load.ts',
  XMLHttpRequest: 'take the data as an argument',
  WebSocket: 'take the data as an argument',
  EventSource: 'take the data as an argument',
  Worker: 'workers belong to store',
  postMessage: 'workers belong to store',
  setTimeout: 'compute at once; waiting belongs to store and ui',
  setInterval: 'compute at once; waiting belongs to store and ui',
  setImmediate: 'compute at once; waiting belongs to store and ui',
  queueMicrotask: 'compute at once; waiting belongs to store and ui',
  requestAnimationFrame: 'compute at once; frames belong to ui',
  requestIdleCallback: 'compute at once; waiting belongs to store and ui',
  Date: 'take the time as an argument',
  performance: 'measuring belongs to store, ui and benchmarks',
  crypto: 'take a seed as an argument',
  process: 'take the setting as an argument',
  Buffer: 'use Uint8Array',
  require: 'use import',
  alert: 'return a Problem',
  confirm: 'return a Problem',
  prompt: 'return a Problem',
}
