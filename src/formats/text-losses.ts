import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import { textProblems } from './aws'
import type { OutputFormat } from './output-format'

/** The format, telling too what only the document's own text holds where it does not keep that. */
export function withTextLosses(format: OutputFormat): OutputFormat {
  return format.keepsText
    ? format
    : { ...format, losses: (scenario) => [...format.losses(scenario), ...textLosses(scenario)] }
}

/** Keys that are repeated: no answer depends on them, since only the last counts. */
function textLosses({ policy }: Scenario): readonly Problem[] {
  return textProblems(policy)
    .filter(({ code }) => code === 'json/repeated-key')
    .map((problem): Problem => ({ ...problem, code: 'loss/repeated-key', severity: 'note' }))
}
