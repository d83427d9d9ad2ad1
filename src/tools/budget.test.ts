import { describe, expect, it } from 'vitest'
import { firstFiles } from './budget.mjs'

const PAGE =
  '<script type="module" src="./assets/index.js"></script><link rel="stylesheet" href="./assets/style.css">'

describe('the JavaScript before first use', () => {
  it('is the entry and what it imports statically, however far, once each', () => {
    const manifest = {
      'index.html': { file: 'assets/index.js', imports: ['_a.js', '_b.js'] },
      '_a.js': { file: 'assets/a.js', imports: ['_b.js'] },
      '_b.js': { file: 'assets/b.js', imports: ['_a.js'] },
    }
    expect(firstFiles(manifest, PAGE)).toEqual(['assets/index.js', 'assets/a.js', 'assets/b.js'])
  })

  it('leaves out what is loaded later and what is no JavaScript', () => {
    const manifest = {
      'index.html': { file: 'assets/index.js', dynamicImports: ['src/later.ts'] },
      'src/later.ts': { file: 'assets/later.js' },
      'style.css': { file: 'assets/style.css' },
    }
    expect(firstFiles(manifest, PAGE)).toEqual(['assets/index.js'])
  })
})
