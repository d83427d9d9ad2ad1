import { nodeAt } from '../formats/json-node'
import { parseJson } from '../formats/parse-json'
import { policyFixes } from '../formats/repair/repair-policy'
import { canRepair, fixesOfText } from '../formats/repair/repair-text'
import { hasErrors, type Problem } from '../model/problem'
import { checkPolicy } from '../policy/check'
import { checkScenario } from '../scenario/check'
import { printFixed, problemsWithFixes } from './check-fix'
import { checkOverloads } from './check-overloads'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import {
  CAN_MEND,
  explainUnopened,
  type OpenedFile,
  openFile,
  PICK_OPTION,
  type UnopenedFile,
} from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'
import { countText, type FileProblem, problemLines } from './problems'
import { proposeZone } from './propose-zone'

const USAGE = `Usage: catchment check FILE [--fix [--guesses]] [--pick NAME] [--json]

  --fix        print the document with every safe repair made, and the repairs on standard error
  --guesses    with --fix: make also the repairs that are a guess, or change an answer
  --pick NAME  which policy of a file that holds several: its name, NAME@VERSION, its version, or its position from 1
  --json       {"problems": [{"code", "severity", "path", "message", "fix"?}]}; with --fix also "text", "repairs" and
               "guesses", the repairs that were not made

Of a scenario with capacities it also says which endpoints are over them, now or after one failure.
Exit code 1 when there are errors.
`

/** Says everything that is wrong with a file, and mends what can be mended. */
export const check: Command = {
  usage: USAGE,
  options: { json: 'flag', fix: 'flag', guesses: 'flag', ...PICK_OPTION },
  run,
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  if (!operand.ok) {
    io.err(`catchment check: ${operand.message}\n${USAGE}`)
    return 2
  }
  const pick = valueOf(args, 'pick')
  const opened = await openFile(operand.value, io, pick)
  const json = args.flags.has('json')
  if (args.flags.has('fix')) return printFixed(opened, { pick, json, guesses: args.flags.has('guesses') }, io)
  if (!opened.ok) {
    const fixes = textFixes(opened, pick)
    if (json) io.out(`${JSON.stringify(problemsWithFixes(opened.problems, fixes))}\n`)
    explainUnopened(opened, io)
    if (fixes.size > 0 || canRepair(opened.text, fileName(opened), pick)) io.err(`${CAN_MEND}\n`)
    return 2
  }
  const overloads = await checkOverloads(opened.scenario)
  if (!overloads.ok) io.err(`catchment check: capacities are not checked: ${overloads.message}\n`)
  const problems = [...opened.problems, ...(await checkOpened(opened, overloads.ok ? overloads.value : []))]
  const fixes = policyFixes(opened.scenario.policy, problems)
  if (json) io.out(`${JSON.stringify(problemsWithFixes(problems, fixes))}\n`)
  else io.out([...problemLines(opened.file, opened.text, problems), countText(problems), ''].join('\n'))
  return hasErrors(problems) ? 1 : 0
}

async function checkOpened(
  { scenario, isScenario, text }: OpenedFile,
  overloads: readonly Problem[],
): Promise<readonly FileProblem[]> {
  // A policy alone has no name, so nothing can be said of what its name would allow.
  if (!isScenario) {
    return checkPolicy(scenario.policy).map((problem) => ({ ...problem, filePath: problem.path }))
  }
  const file = parseJson(text)
  const asText = file.ok && typeof nodeAt(file.value.root, ['policy'])?.json === 'string'
  const pathOf = ({ at, path }: Problem) => {
    if (at?.kind === 'record') return ['record']
    // No pointer leads into the text of a policy that is kept as it was read.
    return asText ? ['policy'] : ['policy', ...path]
  }
  const problems = [...checkScenario(scenario, await proposeZone(scenario)), ...overloads]
  return problems.map((problem) => ({ ...problem, filePath: pathOf(problem) }))
}

function fileName({ file }: Pick<UnopenedFile, 'file'>): string | null {
  return file === '-' ? null : file
}

/** The repairs of a file that does not open. */
function textFixes({ text, file, problems }: UnopenedFile, choice: string | undefined) {
  const name = fileName({ file })
  return fixesOfText(text, problems, { name, ...(choice === undefined ? {} : { choice }) })
}
