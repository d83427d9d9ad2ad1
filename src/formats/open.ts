import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import type { Policy } from '../policy/policy'
import { type PolicyRecord, type Scenario, scenarioOf } from '../scenario/scenario'
import { type Choice, choicesOf } from './import/choices'
import { importProblem } from './import/import-problem'
import { openCandidate } from './import/open-candidate'
import { readCandidates } from './import/read-candidates'
import type { Candidate, ImportKind } from './import/recogniser'

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

export interface OpenOptions {
  /** Name of the file, which tells languages apart where the text alone does not. */
  readonly name?: string | null
  /** Index or name of what to open where a text holds several; the newest or first of all without it. */
  readonly choice?: number | string | undefined
}

/**
 * Opens any text that Catchment can read: an AWS document, bare or wrapped in the output or the source of a
 * tool, a scenario file, a share link. Every file, drop, paste and command line argument comes in here.
 */
export function openText(text: string, { name = null, choice }: OpenOptions = {}): Result<Opened> {
  const read = readCandidates(text, name)
  if (!read.ok) return read
  const { kind, candidates, problems } = read.value
  const chosen = choice === undefined ? firstThatOpens(candidates) : indexOfChoice(candidates, choice)
  const candidate = candidates[chosen]
  if (!candidate) {
    const some = candidates.map(({ name: each }, index) => each ?? String(index + 1)).join(', ')
    return failure(
      importProblem('import/choice', `There is no policy “${choice}” in this text; it holds ${some}.`),
    )
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
  const several = candidates.length > 1 ? [severalFound(candidates.length, found)] : []
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

/** The position of a choice: itself from 0, or by name, by version, or by position from 1; −1 when there is none. */
export function indexOfChoice(candidates: readonly Candidate[], choice: number | string): number {
  if (typeof choice === 'number') return choice
  const named = candidates.findIndex(({ name }) => name === choice)
  if (named >= 0) return named
  const version = candidates.findIndex((candidate) => candidate.version === choice)
  return version >= 0 || !/^\d+$/.test(choice) ? version : Number(choice) - 1
}

function severalFound(count: number, { where, name }: Found): Problem {
  const message = `This text holds ${count} policies; ${where ?? name ?? 'the first'} was opened. The others can be chosen.`
  return importProblem('import/several', message)
}

/** What was opened as a scenario: that of the text, or one around its policy. */
export function openedScenario(opened: Opened, title?: string): Scenario {
  if (opened.kind === 'scenario') return opened.scenario
  const scenario = scenarioOf(opened.policy, title)
  return { ...scenario, record: { ...scenario.record, ...opened.record } }
}
