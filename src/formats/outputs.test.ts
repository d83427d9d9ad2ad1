import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '../model/problem'
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

  it('are found by their names only', () => {
    expect(outputOf('gdnsd')?.title).toBe('gdnsd configuration')
    expect(outputOf('')).toBe(undefined)
  })
})
