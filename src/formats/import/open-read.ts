import type { Problem } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { failure, type Result, success } from '../../model/result'
import type { Policy } from '../../policy/policy'
import { type PolicyRecord, type Scenario, scenarioOf } from '../../scenario/scenario'
import { type Choice, choicesOf } from './choices'
import { importProblem } from './import-problem'
import { openCandidate } from './open-candidate'
import { indexOfChoice, listedChoices, pickWords } from './pick'
import type { Candidate, ImportKind, Recognised } from './recogniser'

/** What a text holds, with what reading it had to say of the whole. */
export interface ReadCandidates extends Recognised {
  readonly problems: readonly Problem[]
}

/** What a text turned out to be, with warnings and notes: repeated keys, a wrapper taken off, losses. */
export type Opened = {
  readonly problems: readonly Problem[]
  readonly found: Found
} & (
  | {
      readonly kind: 'policy'
      readonly policy: Policy
      /** What the text says of the policy record: its name, its TTL. */
      readonly record?: Partial<PolicyRecord>
    }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
)

/** Where what was opened comes from. */
export interface Found {
  readonly kind: ImportKind
  /** What it is called there; null when it has no name. */
  readonly name: string | null
  /** Where in the text; null when it is the whole of it. */
  readonly where: string | null
  /** Everything that the text holds, the opened one at `chosen`; one entry for most texts. */
  readonly choices: readonly Choice[]
  readonly chosen: number
}

/** Opens one of the candidates of a text: by index or word (`indexOfChoice`), or the newest or first of all that can be opened. */
export function openRead(
  { kind, candidates, problems }: ReadCandidates,
  choice: number | string | undefined,
): Result<Opened> {
  const chosen = choice === undefined ? firstThatOpens(candidates) : indexOfChoice(candidates, choice)
  const candidate = candidates[chosen]
  if (!candidate) {
    const message = `There is no policy “${choice}” in this text; it holds ${listedChoices(candidates)}.`
    return failure(importProblem('import/choice', message))
  }
  const opened = openCandidate(candidate)
  if (!opened.ok) return opened
  const found: Found = {
    kind,
    name: candidate.name,
    where: candidate.where,
    choices: choicesOf(candidates),
    chosen,
  }
  const several = candidates.length > 1 ? [severalFound(candidates, chosen)] : []
  return success({ ...opened.value, found, problems: [...problems, ...several, ...opened.value.problems] })
}

/** So many are tried for one that opens. */
const MOST_TRIED = 50

/** The newest or first of all that can be opened, else the very first, so that it says why not. */
function firstThatOpens(candidates: readonly Candidate[]): number {
  if (candidates.length === 1) return 0
  return Math.max(
    0,
    candidates.slice(0, MOST_TRIED).findIndex((candidate) => openCandidate(candidate).ok),
  )
}

function severalFound(candidates: readonly Candidate[], chosen: number): Problem {
  const word = quote(pickWords(candidates)[chosen] ?? '')
  const message = `This text holds ${candidates.length} policies: ${listedChoices(candidates)}. ${word} was opened; any other can be picked.`
  return importProblem('import/several', message)
}

/** What was opened as a scenario: that of the text, or one around its policy. */
export function openedScenario(opened: Opened, title?: string): Scenario {
  if (opened.kind === 'scenario') return opened.scenario
  const scenario = scenarioOf(opened.policy, title)
  return { ...scenario, record: { ...scenario.record, ...opened.record } }
}
