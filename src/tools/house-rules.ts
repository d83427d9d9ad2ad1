import path from 'node:path'
import { parseSync, Visitor } from 'vite'
import { LAYERS, LAZY_LOADERS } from './layers.mjs'

/** Where a file breaks a rule of the house that the linter does not know. */
export interface Breach {
  readonly line: number
  readonly rule: string
}

const SILENCED = /(eslint|oxlint)-disable|@ts-(ignore|nocheck|expect-error)|biome-ignore/
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/
const LEFT_OUT = new Set(['skip', 'only', 'todo', 'fixme'])
const STAND_INS = new Set(['mock', 'doMock'])
const TEST_WORDS = new Set(['it', 'test', 'describe', 'bench', 'suite'])

/** How many lines above a cast its reason may end. */
const REASON_LINES = 2

function isPure(file: string): boolean {
  const folder = file.split('/')[1]
  return LAYERS.some((layer) => layer.pure && layer.name === folder)
}

/** The breaches in one file, in the order of its lines; `file` is its path from the root, with slashes. */
export function breachesIn(file: string, text: string): readonly Breach[] {
  const { program, comments } = parseSync(path.basename(file), text)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const breaches: Breach[] = []
  const report = (offset: number, rule: string) => breaches.push({ line: lineAt(offset), rule })

  const commentEnds = comments.map((comment) => lineAt(comment.end))
  function reportCast(start: number): void {
    const line = lineAt(start)
    if (commentEnds.some((end) => end <= line && end >= line - REASON_LINES)) return
    report(start, 'a cast needs its reason in a comment beside it')
  }

  for (const { value, start } of comments) {
    if (SILENCED.test(value)) report(start, 'no check is silenced: mend the code or the rule')
    if (UNFINISHED.test(value)) report(start, 'nothing unfinished is committed')
  }
  new Visitor({
    TSAsExpression({ typeAnnotation, end }) {
      const { type } = typeAnnotation
      const isConst =
        type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const'
      if (!isConst) reportCast(end)
    },
    TSTypeAssertion({ start }) {
      reportCast(start)
    },
    ImportExpression({ start }) {
      const isTest = /\.(test|bench)\.tsx?$/.test(file)
      if (isPure(file) && !isTest && !LAZY_LOADERS.includes(file)) {
        report(start, `in a pure layer only ${LAZY_LOADERS.join(', ')} may use import()`)
      }
    },
    MemberExpression({ object, property, start }) {
      let root = object
      while (root.type === 'MemberExpression') root = root.object
      if (root.type !== 'Identifier' || property.type !== 'Identifier') return
      if (TEST_WORDS.has(root.name) && LEFT_OUT.has(property.name)) report(start, 'no test is left out')
      if (root.name === 'vi' && STAND_INS.has(property.name)) {
        report(
          start,
          'no module is stood in for: test files share their modules, and the next one would get it',
        )
      }
    },
  }).visit(program)
  return breaches.toSorted((a, b) => a.line - b.line)
}
