import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { FILES } from './documents.fixtures'
import { runCli } from './testing/run-cli'

const SEED = 20_261_124

/** A text with some characters taken out, put in or exchanged. */
const aDamagedFile = fc
  .tuple(
    fc.constantFrom(...Object.values(FILES)),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, damages]) =>
    damages.reduce((damaged, [place, length, put]) => {
      const at = place % (damaged.length + 1)
      return damaged.slice(0, at) + put + damaged.slice(at + length)
    }, text),
  )

const COMMANDS = [
  ['check', '-', '--json'],
  ['check', '-'],
  ['resolve', '-', '--json'],
  ['resolve', '-', '--country', 'FR'],
  ['convert', '-', '--to', 'aws'],
  ['convert', '-', '--to', 'scenario'],
  ['link', '-'],
  ['unlink', '-'],
]

it('no damaged text makes a command fail otherwise than with its exit codes and a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(aDamagedFile, fc.constantFrom(...COMMANDS), async (text, words) => {
      const { code, out, err } = await runCli(words, { '-': text })
      expect([0, 1, 2]).toContain(code)
      if (code === 2) expect(err).not.toBe('')
      if (code === 0 && words.includes('aws')) expect(out).toBe(text)
      if (words.includes('--json') && out !== '') expect(JSON.parse(out)).toBeTypeOf('object')
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
