import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '../model/problem'
import { scenarioOf } from '../scenario/scenario'
import { importAws } from './aws'
import { OUTPUTS, outputOf } from './outputs'
import { exampleScenarios } from './testing/examples.fixtures'

describe('the output formats', () => {
  it('have the names that the command line promises, and the README tells them all', () => {
    const promised =
      'aws aws-pretty aws-min aws-cli terraform cloudformation records records-cloudformation records-terraform octodns powerdns gdnsd mermaid dot markdown scenario'
    expect(OUTPUTS.map(({ id }) => id).toSorted()).toEqual(promised.split(' ').toSorted())
    const readme = readFileSync('README.md', 'utf8')
    expect(OUTPUTS.filter(({ id }) => !readme.includes(`\`${id}\``))).toEqual([])
  })

  it('begin with AWS’s document as it came', () => {
    expect(OUTPUTS[0]?.id).toBe('aws')
  })

  it('write every example that they declare no error for, as text that ends in a line', () => {
    for (const scenario of exampleScenarios()) {
      for (const output of OUTPUTS) {
        if (hasErrors(output.losses(scenario))) continue
        const text = output.write(scenario)
        expect(text.length).toBeGreaterThan(20)
        if (output.id !== 'aws-min') expect(text.endsWith('\n')).toBe(true)
      }
    }
  })

  it('have file names that tell them apart, but for the spellings of the document', () => {
    const others = OUTPUTS.filter(({ id }) => !['aws-pretty', 'aws-min'].includes(id))
    expect(new Set(others.map(({ extension }) => extension)).size).toBe(others.length)
  })

  it('tell of a repeated key where they do not keep the text that has it', () => {
    const text =
      '{"Endpoints":{"a":{"Type":"value","Value":"192.0.2.1"},"a":{"Type":"value","Value":"192.0.2.9"}}}'
    const read = importAws(text)
    if (!read.ok) throw new Error('The document was not read')
    const scenario = scenarioOf(read.value.policy)
    const silent = OUTPUTS.filter(
      ({ losses }) => !losses(scenario).some(({ code }) => code === 'loss/repeated-key'),
    )
    expect(silent.map(({ id }) => id)).toEqual(['aws', 'scenario'])
    expect(silent.every(({ write }) => write(scenario).includes('192.0.2.1'))).toBe(true)
  })

  it('are found by their names only', () => {
    expect(outputOf('gdnsd')?.title).toBe('gdnsd configuration')
    expect(outputOf('')).toBe(undefined)
  })
})
