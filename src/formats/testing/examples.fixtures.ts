import { readdirSync, readFileSync } from 'node:fs'
import type { Scenario } from '../../scenario/scenario'
import { decodeScenarioFile } from '../scenario-file'

const FOLDER = new URL('../../examples/', import.meta.url)

/** The scenarios of the gallery. */
export function exampleScenarios(): readonly Scenario[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.scenario.json'))
    .map((file) => {
      const read = decodeScenarioFile(readFileSync(new URL(file, FOLDER), 'utf8'))
      if (!read.ok) throw new Error(`${file}: ${read.problems.map(({ message }) => message).join('\n')}`)
      return read.value
    })
}
