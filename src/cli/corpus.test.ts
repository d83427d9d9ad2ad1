import { describe, expect, it } from 'vitest'
import { readCorpus } from '../model/testing/corpus.fixtures'
import { jsonOf, memberOf, problemsIn, runCli } from './testing/run-cli'

const CLIENTS = [[], ['--country', 'US'], ['--at', '48.85,2.35'], ['--at=-31.95,115.86'], ['--at', '0,-30']]

describe('the command line on real documents', () => {
  it('is held to them, or says that they are not there', () => {
    expect(documents === null || documents.length > 40).toBe(true)
  })

  const documents = readCorpus('the command line on the corpus')
  for (const { file, status, text } of documents ?? []) {
    const files = { [file]: text }
    const opens = status !== 'not-json' && status !== 'invalid'

    it(`checks ${file}, which is ${status}`, async () => {
      const ran = await runCli(['check', file, '--json'], files)
      const errors = problemsIn(ran).filter((problem) => problem.startsWith('error '))
      expect(ran.code).toBe(opens ? (errors.length > 0 ? 1 : 0) : ran.code)
      if (!opens) {
        expect(ran.code).toBeGreaterThan(0)
        expect(errors.length).toBeGreaterThan(0)
      }
      if (status === 'not-json') expect(ran.code).toBe(2)
      expect((await runCli(['check', file], files)).code).toBe(ran.code)
      expect(ran.err === '').toBe(ran.code !== 2)
    })

    it(`answers and gives back ${file}, or says why not`, async () => {
      const converted = await runCli(['convert', file, '--to', 'aws'], files)
      const { code } = await runCli(['check', file], files)
      if (code === 2) {
        expect(converted).toMatchObject({ code: 2, out: '' })
        expect((await runCli(['resolve', file], files)).code).toBe(2)
        return
      }
      expect(converted).toEqual({ code: 0, out: text, err: '' })
      const link = await runCli(['link', file], files)
      const scenario = await runCli(['unlink', link.out.trim()])
      for (const client of CLIENTS) {
        const answer = await runCli(['resolve', file, '--json', ...client], files)
        expect(answer.code).toBe(0)
        expect(['answer', 'nodata']).toContain(memberOf(jsonOf(answer), 'outcome'))
        expect((await runCli(['resolve', file, ...client], files)).code).toBe(0)
        const again = await runCli(['resolve', '-', '--json', ...client], { '-': scenario.out })
        expect(again.out).toBe(answer.out)
      }
    })
  }
})
