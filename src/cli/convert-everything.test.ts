import { parse as parseHcl } from '@cdktn/hcl2json'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { openedScenario, openText } from '../formats/open'
import type { OutputFormat } from '../formats/output-format'
import { OUTPUTS } from '../formats/outputs'
import { encodeScenarioFile } from '../formats/scenario-file'
import { exampleScenarios } from '../formats/testing/examples.fixtures'
import { hasProgram, runProgram } from '../formats/testing/programs.fixtures'
import { readCorpus } from '../model/testing/corpus.fixtures'
import type { Scenario } from '../scenario/scenario'
import { jsonOf, memberOf, runCli } from './testing/run-cli'

/** What reads a format where it is used, or at least its language; it throws at what it cannot read. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  aws: JSON.parse,
  'aws-pretty': JSON.parse,
  'aws-min': JSON.parse,
  cloudformation: JSON.parse,
  records: JSON.parse,
  'records-cloudformation': JSON.parse,
  scenario: JSON.parse,
  octodns: parseYaml,
  terraform: (text) => parseHcl('main.tf', text),
  'records-terraform': (text) => parseHcl('main.tf', text),
  'aws-cli': (text) => read('sh', ['-n'], text),
  dot: (text) => (isDotThere ? read('dot', ['-Tcanon'], text) : null),
}
const isDotThere = hasProgram('dot', 'every exported graph, read by Graphviz')

function read(program: string, args: readonly string[], text: string): string {
  const { status, stdout, stderr } = runProgram(program, args, text)
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

/** Losses that are of the whole scenario and of no node. */
const OF_THE_WHOLE = new Set([
  'loss/ttl',
  'loss/world',
  'loss/type',
  'loss/no-answer',
  'loss/record',
  'loss/records-type',
  'loss/records-no-start',
])

/** What is wrong with how a scenario is written in a format; empty where nothing is. */
async function faultsOf(format: OutputFormat, scenario: Scenario): Promise<readonly string[]> {
  const losses = format.losses(scenario)
  const placeless = losses.filter(
    ({ severity, code, at }) => severity !== 'note' && at === undefined && !OF_THE_WHOLE.has(code),
  )
  const faults = placeless.map(({ code }) => `${format.id}: ${code} names no node`)
  if (losses.some(({ severity }) => severity === 'error')) return faults
  try {
    await READERS[format.id]?.(format.write(scenario))
    return faults
  } catch (error) {
    return [...faults, `${format.id}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

async function allFaults(scenario: Scenario): Promise<readonly string[]> {
  const found: string[] = []
  for (const format of OUTPUTS) found.push(...(await faultsOf(format, scenario)))
  return found
}

describe('every format of every example', () => {
  for (const scenario of exampleScenarios()) {
    it(`is written and read: ${scenario.name}`, async () => {
      expect(await allFaults(scenario)).toEqual([])
    }, 30_000)

    it(`needs leave from the command line for what it loses: ${scenario.name}`, async () => {
      const files = { 'it.scenario.json': encodeScenarioFile(scenario) }
      for (const { id, losses } of OUTPUTS) {
        const severities = new Set(losses(scenario).map(({ severity }) => severity))
        const plain = await runCli(['convert', 'it.scenario.json', '--to', id, '--json'], files)
        const isLossy = severities.has('error') || severities.has('warning')
        expect([id, plain.code]).toEqual([id, isLossy ? 1 : 0])
        for (const severity of severities) expect(plain.err).toContain(`${severity}: `)
        const allowed = await runCli(
          ['convert', 'it.scenario.json', '--to', id, '--json', '--allow-loss'],
          files,
        )
        expect([id, allowed.code]).toEqual([id, severities.has('error') ? 1 : 0])
        if (allowed.code === 0) expect(memberOf(jsonOf(allowed), 'text')).toEqual(expect.any(String))
        else expect(allowed.out).toBe('')
      }
    }, 60_000)
  }
})

describe('every format of the public documents', () => {
  const corpus = readCorpus('every format of the public documents')

  it('is tried, or says that there are none', () => {
    expect(corpus?.length ?? 40).toBeGreaterThanOrEqual(40)
  })

  for (const { file, text } of corpus ?? []) {
    const opened = openText(text, { name: file })
    if (!opened.ok) continue
    it(`is written and read: ${file}`, async () => {
      expect(await allFaults(openedScenario(opened.value))).toEqual([])
    }, 30_000)
  }
})
