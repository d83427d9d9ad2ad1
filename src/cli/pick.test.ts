import { describe, expect, it } from 'vitest'
import { FILES } from './documents.fixtures'
import { jsonOf, runCli } from './testing/run-cli'

const versions = (Name: string, ...documents: readonly string[]) =>
  documents.map((Document, index) => ({ Name, Version: index + 1, Document }))
/** Two versions of one policy, and another one. */
const SEVERAL = JSON.stringify({
  TrafficPolicies: [
    ...versions('web', FILES['simple.json'], FILES['canary.json']),
    ...versions('near', FILES['layers.json']),
  ],
})
const cli = (...words: readonly string[]) => runCli(words, { 'several.json': SEVERAL })

describe('a file that holds several policies', () => {
  it.each([
    ['resolve', []],
    ['shares', []],
    ['link', []],
    ['convert', ['--to', 'aws-min']],
  ])('%s opens the newest or first, and lists them all', async (command, options) => {
    const { code, err } = await cli(command, 'several.json', ...options)
    expect(code).toBe(0)
    expect(err).toContain('This text holds 3 policies: “web@2”, “web@1”, “near”. “web@2” was opened')
  })

  it.each(['near', '#3', 'TrafficPolicies[2].Document'])('opens the one called %s', async (word) => {
    const { code, out } = await cli('convert', 'several.json', '--to', 'aws', '--pick', word)
    expect({ code, out }).toEqual({ code: 0, out: FILES['layers.json'] })
  })

  it.each(['web@1', '1'])('opens the version called %s', async (word) => {
    const { out } = await cli('convert', 'several.json', '--to', 'aws', '--pick', word)
    expect(out).toBe(FILES['simple.json'])
  })

  it.each([
    ['resolve', ['--json']],
    ['shares', ['--json']],
    ['link', ['--json']],
    ['convert', ['--to', 'aws']],
  ])('%s answers of the one that is picked, as though it were alone', async (command, options) => {
    const picked = await cli(command, 'several.json', ...options, '--pick', 'web@1')
    const alone = await runCli([command, 'one.json', ...options], { 'one.json': FILES['simple.json'] })
    expect(picked.out).toBe(alone.out)
  })

  it('tunes the one that is picked', async () => {
    const id = /"([^"]+)": \{\s*"RuleType": "geoproximity"/.exec(FILES['layers.json'])?.[1] ?? ''
    const words = ['tune', 'several.json', '--rule', id, '--target', 'fra=20', '--json']
    expect((await cli(...words)).code).toBe(2)
    const ran = await cli(...words, '--pick', 'near')
    expect(ran.code).toBe(0)
    expect(jsonOf(ran)).toMatchObject({ targets: [{ endpoint: 'fra' }] })
  })

  it.each(['resolve', 'shares', 'link', 'check'])('%s lists them when none is called so', async (command) => {
    const { code, err } = await cli(command, 'several.json', '--pick', 'api')
    expect(code).toBe(2)
    expect(err).toContain('There is no policy “api” in this text; it holds “web@2”, “web@1”, “near”.')
  })
})
