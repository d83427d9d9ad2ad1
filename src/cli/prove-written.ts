import { coverageText, verdictText } from '../analysis/equivalence/equivalence-words'
import { proveEqual } from '../analysis/equivalence/prove-equal'
import type { OutputFormat } from '../formats/output-format'
import type { Scenario } from '../scenario/scenario'

/** Whether a written text answers as the scenario does, and the lines for standard error that say so. */
export interface Proof {
  readonly equal: boolean
  readonly lines: readonly string[]
}

/** Reads a text again and compares it with what it was written from; null for a format that cannot be read so. */
export function proveWritten({ readBack }: OutputFormat, text: string, scenario: Scenario): Proof | null {
  const back = readBack?.(text, scenario)
  if (!back) return null
  if (!back.ok) return { equal: false, lines: back.problems.map(({ message }) => `warning: ${message}`) }
  const result = proveEqual(scenario.policy, back.value.policy, back.value.answerOf, scenario.world)
  return result.kind === 'equal'
    ? { equal: true, lines: [`${verdictText(result)}.`, `Compared: ${coverageText(result.coverage)}.`] }
    : { equal: false, lines: [`warning: ${verdictText(result)}.`] }
}
