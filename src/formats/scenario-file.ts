import { toJsonText } from '../model/json-text'
import { type Result, success } from '../model/result'
import type { Scenario } from '../scenario/scenario'
import { parseJson } from './parse-json'
import { decodeScenario, encodeScenario, type OpenedScenario } from './scenario-json'

/** The ending of a scenario file's name. */
export const SCENARIO_SUFFIX = '.scenario.json'

/** The text of a scenario file: two spaces a level, so that it shows its changes in version control. */
export function encodeScenarioFile(scenario: Scenario): string {
  return `${toJsonText(encodeScenario(scenario), 2)}\n`
}

/** The same on one line, for where nobody reads it and every character takes its time and space. */
export function encodeScenarioLine(scenario: Scenario): string {
  return toJsonText(encodeScenario(scenario))
}

/** Reads the text of a scenario file of this or any older version. */
export function decodeScenarioFile(text: string): Result<Scenario> {
  const opened = openScenarioFile(text)
  return opened.ok ? success(opened.value.scenario) : opened
}

/** The same with warnings and notes about what was left out of it. */
export function openScenarioFile(text: string): Result<OpenedScenario> {
  const document = parseJson(text)
  if (!document.ok) return document
  const { root, problems } = document.value
  const opened = decodeScenario(root.json)
  return opened.ok ? success({ ...opened.value, problems: [...problems, ...opened.value.problems] }) : opened
}
