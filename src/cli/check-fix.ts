import { offeredRepairs, policyText, repairPolicy } from '../formats/repair/repair-policy'
import { repairText } from '../formats/repair/repair-text'
import { encodeScenarioFile } from '../formats/scenario-file'
import { hasErrors, type Problem } from '../model/problem'
import { checkPolicy } from '../policy/check'
import type { Policy } from '../policy/policy'
import type { Repair } from '../policy/repair/repair'
import { checkScenario } from '../scenario/check'
import { fixJson, repairNote } from './fix-json'
import type { ExitCode, Io } from './io'
import { explainUnopened, inFile, isOpeningLoss, type OpenedFile, type UnopenedFile } from './open-file'
import { type FileProblem, problemLines, problemsJson } from './problems'
import { proposeZone } from './propose-zone'

/** What repairing a file came to. */
interface Fixed {
  /** The document, or the scenario with its policy repaired. */
  readonly text: string
  /** What was done, as notes. */
  readonly done: readonly Problem[]
  /** What could be done besides. */
  readonly guesses: readonly Repair[]
  readonly problems: readonly FileProblem[]
}

export interface FixOptions {
  /** Which policy of a file that holds several. */
  readonly pick: string | undefined
  readonly json: boolean
  /** Whether to make repairs that are guesses too. */
  readonly guesses: boolean
}

/**
 * Prints the file with every safe repair made. What was done and the errors that remain go to standard error,
 * or with `--json` into the one value on standard output.
 */
export async function printFixed(
  opened: OpenedFile | UnopenedFile,
  { pick, json, guesses: wantsGuesses }: FixOptions,
  io: Io,
): Promise<ExitCode> {
  const wanted = ({ safe }: Repair) => safe || wantsGuesses
  const fixed =
    opened.ok && opened.isScenario
      ? await fixScenario(opened, wanted)
      : (fixDocument(opened, pick, wanted) ?? (opened.ok ? fixPolicy(opened, wanted) : null))
  if (!fixed) {
    if (json) io.out(`${JSON.stringify(problemsJson(opened.problems))}\n`)
    if (!opened.ok) explainUnopened(opened, io)
    return 2
  }
  const { text, done, guesses, problems } = fixed
  const said = opened.ok ? opened.problems.filter(isOpeningLoss) : []
  const value = {
    text,
    repairs: problemsJson(done.map(inFile)).problems,
    guesses: guesses.map(fixJson),
    ...problemsJson([...said, ...problems]),
  }
  io.out(json ? `${JSON.stringify(value)}\n` : text)
  const file = opened.file === '-' ? 'standard input' : opened.file
  const errors = problems.filter(({ severity }) => severity === 'error')
  const notes = [...said, ...done, ...guesses.map(guessNote)]
  const lines = [
    ...notes.map(({ code, severity, message }) => `${file}: ${severity}: ${message} [${code}]`),
    ...problemLines(file, text, errors),
  ]
  io.err(lines.map((line) => `${line}\n`).join(''))
  return hasErrors(problems) ? 1 : 0
}

type Wanted = (repair: Repair) => boolean

function fixDocument(
  { text, file }: OpenedFile | UnopenedFile,
  choice: string | undefined,
  wanted: Wanted,
): Fixed | null {
  const name = file === '-' ? null : file
  const repaired = repairText(text, { name, wanted, ...(choice === undefined ? {} : { choice }) })
  if (!repaired) return null
  const texts = repaired.textRepairs.map(({ code, title, places }): Problem => {
    const message = `${title} (${places} ${places === 1 ? 'place' : 'places'}).`
    return { code, severity: 'note', message, path: [] }
  })
  return {
    text: repaired.after,
    done: [...texts, ...repaired.repairs.map(repairNote)],
    guesses: repaired.offered.filter((each) => !each.safe && !repaired.repairs.includes(each)),
    problems: repaired.problems.map(inFile),
  }
}

/** A policy that was made of something else, such as record sets, as its document. */
function fixPolicy({ scenario }: OpenedFile, wanted: Wanted): Fixed {
  const { policy, repairs } = repairPolicy(scenario.policy, wanted)
  return {
    text: policyText(policy),
    done: repairs.map(repairNote),
    guesses: guessesOf(policy),
    problems: checkPolicy(policy).map(inFile),
  }
}

async function fixScenario({ scenario }: OpenedFile, wanted: Wanted): Promise<Fixed> {
  const { policy, repairs } = repairPolicy(scenario.policy, wanted)
  const fixed = { ...scenario, policy }
  const problems = checkScenario(fixed, await proposeZone(fixed))
  const inPolicy = (problem: Problem): FileProblem => ({
    ...problem,
    filePath: problem.at?.kind === 'record' ? ['record'] : ['policy', ...problem.path],
  })
  return {
    text: encodeScenarioFile(fixed),
    done: repairs.map(repairNote),
    guesses: guessesOf(policy),
    problems: problems.map(inPolicy),
  }
}

function guessesOf(policy: Policy): readonly Repair[] {
  return offeredRepairs(policy).filter(({ safe }) => !safe)
}

function guessNote({ code, title, path }: Repair): Problem {
  return {
    code,
    severity: 'note',
    message: `Not made, since it is a guess; --guesses makes it: ${title}.`,
    path,
  }
}

/** The problems of a file as JSON, each with the repair that mends it where there is one. */
export function problemsWithFixes(
  problems: readonly FileProblem[],
  fixes: ReadonlyMap<Problem, Parameters<typeof fixJson>[0]>,
): { readonly problems: readonly unknown[] } {
  return {
    problems: problemsJson(problems).problems.map((plain, index) => {
      const problem = problems[index]
      const fix = problem && fixes.get(problem)
      return fix && typeof plain === 'object' ? { ...plain, fix: fixJson(fix) } : plain
    }),
  }
}
