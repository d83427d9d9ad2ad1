import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './install.mjs'

/** Whose data the app ships, and under which terms. */
const SOURCES = [
  ['Natural Earth', 'public domain'],
  ['GeoNames', 'CC BY 4.0'],
  ['CIA World Factbook', 'public domain'],
  ['awslabs/geoproximity-map', 'Apache-2.0'],
  ['Public Suffix List', 'MPL-2.0'],
] as const

describe.each(['README.md', 'src/ui/shell/about-dialog.tsx'])('%s', (file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8')

  it.each(SOURCES)('names the data of %s and its terms, %s', (source, terms) => {
    expect(text).toContain(source)
    expect(text).toContain(terms)
  })

  it('points to the notices of all packages', () => {
    expect(text).toContain('licenses.md')
  })
})
