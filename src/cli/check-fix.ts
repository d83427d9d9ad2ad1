import { repairPolicy } from '../formats/repair/repair-policy'
import { repairText } from '../formats/repair/repair-text'
import { encodeScenarioFile } from '../formats/scenario-file'
import { hasErrors, type Problem } from '../model/problem'
import { checkScenario } from '../scenario/check'
import { fixJson, repairNote } from './fix-json'
import type { ExitCode, Io } from './io'
import { explainUnopened, inFile, type OpenedFile, type UnopenedFile } from './open-file'
import { type FileProblem, problemLines, problemsJson } from './problems'
import { proposeZone } from './propose-zone'

/** What repairing a file came to. */
interface Fixed {
  /** The document, or the scenario with its policy repaired. */
  readonly text: string
  /** What was done, as notes. */
  readonly done: readonly Problem[]
  readonly problems: readonly FileProblem[]
}

/**
 * Prints the file with every safe repair made. What was done and the errors that remain go to standard error,
 * or with `--json` into the one value on standard output.
 */
export async function printFixed(
  opened: OpenedFile | UnopenedFile,
  choice: string | undefined,
  json: boolean,
  io: Io,
): Promise<ExitCode> {
  const fixed = opened.ok && opened.isScenario ? await fixScenario(opened) : fixDocument(opened, choice)
  if (!fixed) {
    if (json) io.out(`${JSON.stringify(problemsJson(opened.problems))}\n`)
    if (!opened.ok) explainUnopened(opened, io)
    return 2
  }
  const { text, done, problems } = fixed
  if (json)
    io.out(
      `${JSON.stringify({ text, repairs: problemsJson(done.map(inFile)).problems, ...problemsJson(problems) })}\n`,
    )
  else io.out(text)
  const file = opened.file === '-' ? 'standard input' : opened.file
  const errors = problems.filter(({ severity }) => severity === 'error')
  const lines = [
    ...done.map(({ code, severity, message }) => `${file}: ${severity}: ${message} [${code}]`),
    ...problemLines(file, text, errors),
  ]
  io.err(lines.map((line) => `${line}\n`).join(''))
  return hasErrors(problems) ? 1 : 0
}

function fixDocument({ text, file }: OpenedFile | UnopenedFile, choice: string | undefined): Fixed | null {
  const name = file === '-' ? null : file
  const repaired = repairText(text, { name, ...(choice === undefined ? {} : { choice }) })
  if (!repaired) return null
  const texts = repaired.textRepairs.map(({ code, title, places }): Problem => {
    const message = `${title} (${places} ${places === 1 ? 'place' : 'places'}).`
    return { code, severity: 'note', message, path: [] }
  })
  return {
    text: repaired.after,
    done: [...texts, ...repaired.repairs.map(repairNote)],
    problems: repaired.problems.map(inFile),
  }
}

async function fixScenario({ scenario }: OpenedFile): Promise<Fixed> {
  const { policy, repairs } = repairPolicy(scenario.policy)
  const fixed = { ...scenario, policy }
  const problems = checkScenario(fixed, await proposeZone(fixed))
  const inPolicy = (problem: Problem): FileProblem => ({
    ...problem,
    filePath: problem.at?.kind === 'record' ? ['record'] : ['policy', ...problem.path],
  })
  return { text: encodeScenarioFile(fixed), done: repairs.map(repairNote), problems: problems.map(inPolicy) }
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
