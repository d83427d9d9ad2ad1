import { expect, test } from 'vitest'
import { mutated, pick, xorshift } from '../mutations.fixtures'
import { openText } from '../open'
import { repairText } from '../repair/repair-text'
import { EVERY_KIND } from './every-kind.fixtures'

const SEED = 530_102
/** Of each kind; a longer run takes as many as RUNS says. */
const RUNS = Number(process.env['CATCHMENT_FUZZ_RUNS'] ?? 300)
const TIMEOUT_MS = 240_000
const SIGNS = '{}[]()<>:,"\'\\ \n\t0123456789.-+$%#/*=&!|~`“é\ufeff\u0000abcEOF'

test.each(Object.entries(EVERY_KIND))(
  'every mutated text of the kind “%s” is refused with a problem, or opens; and so does what repairs make of it',
  (_, texts) => {
    const random = xorshift(SEED)
    let opened = 0
    let repairable = 0
    for (let run = 0; run < RUNS; run++) {
      const text = mutated(random, pick(random, texts), SIGNS)
      const result = openText(text)
      if (result.ok) opened++
      else expect(result.problems.length).toBeGreaterThan(0)
      const repaired = repairText(text)
      if (!repaired) continue
      repairable++
      const whole = openText(repaired.after)
      // What holds several policies stays whole, and is to be picked from.
      if (whole.ok && whole.value.found.choices.length > 1) continue
      const again = repairText(repaired.after)
      // A repaired document is sound as far as repairs go, and stays as it is.
      expect([again?.repairs ?? [], again?.after ?? repaired.after]).toEqual([[], repaired.after])
    }
    expect(opened + repairable).toBeGreaterThan(RUNS / 20)
  },
  TIMEOUT_MS,
)

test(
  'texts made to be as hard as their length allows are refused with a problem, or open',
  () => {
    const fill = (piece: string, length: number) => piece.repeat(length / piece.length)
    const numbered = (count: number, write: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => write(index)).join('\n')
    const hostile: Readonly<Record<string, string>> = {
      'YAML aliases': `a: &a [1,1,1,1,1,1,1,1,1,1]\n${numbered(9, (index) => `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${`*${'abcdefghi'[index]},`.repeat(10)}]`)}`,
      'YAML depth': numbered(400, (index) => `${' '.repeat(index)}a:`),
      'YAML flow depth': `a: ${fill('[', 5_000)}`,
      'YAML keys': numbered(4_000, (index) => `k${index}: 1`),
      'YAML documents': fill('---\na: 1\n', 20_000),
      'YAML dashes': `${fill('- ', 600)}\n`,
      'HCL depth': `a = ${fill('[', 900_000)}`,
      'HCL attributes': numbered(40_000, (index) => `a${index} = { b = [1, "x"] }`),
      'HCL heredocs': fill('a = <<E\nx\nE\n', 200_000),
      'HCL strings': `a = "${fill('${"', 900_000)}`,
      'HCL loops': `a = ${fill('[for a in ', 900_000)}`,
      'HCL loops, closed': `a = ${fill('[for a in b : ', 1_400)}c${fill(']', 100)}`,
      'HCL conditionals': `a = ${fill('b ? c : ', 300_000)}d`,
      'HCL conditions': `jsonencode({ RecordType = [for b in ["x"] : d if e${fill(' ', 900_000)}] })`,
      'HCL dots': `a = f(b...${fill(' ', 900_000)})`,
      'HCL placeholders': `jsonencode({ RecordType = [for b in ["x"] : "\${${fill(' ', 900_000)}"] })`,
      'documents in prose': `x ${fill('{"a":', 900_000)}`,
      'values one after another': fill('{}\n', 900_000),
      'signs before lines': `+ resource "a" "b" {${fill('\n', 900_000)}`,
      'a diff of nothing': `@@ -1\n+${fill('\n', 900_000)}`,
      'nearly nothing': `=${fill(' ', 900_000)}x`,
      fences: fill('```a\n', 900_000),
      links: fill(`#c1.${'A'.repeat(30)}\n`, 900_000),
      'nearly JSON': `{${fill("'a': 1,,", 200_000)}}`,
      'nearly JSON, deep': `{a: ${fill('[', 900_000)}`,
      comments: `{${fill('/* */', 900_000)}a: 1}`,
      repairs: `{"Endpoints":{${numbered(2_000, (index) => `"e${index}":"x",`)}"z":"x"}}`,
      'repairs of keys': `{"RecordType":"A","Rules":{"r":{"RuleType":"weighted","Items":[${fill('{"endpoint":"a","weight":1},', 50_000)}{}]}}}`,
    }
    const outcomes = Object.entries(hostile).map(([name, text]) => {
      const result = openText(text)
      const repaired = repairText(text)
      return [name, result.ok || result.problems.length > 0, repaired === null || repaired.after.length > 0]
    })
    expect(outcomes).toEqual(Object.keys(hostile).map((name) => [name, true, true]))
  },
  TIMEOUT_MS,
)
