import { nodeAt } from '../formats/json-node'
import { parseJson } from '../formats/parse-json'
import { hasErrors, type Problem } from '../model/problem'
import { checkPolicy } from '../policy/check'
import { checkScenario } from '../scenario/check'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { explainUnopened, type OpenedFile, openFile } from './open-file'
import { type Arguments, onlyOperand } from './options'
import { countText, type FileProblem, problemLines, problemsJson } from './problems'
import { proposeZone } from './propose-zone'

const USAGE = `Usage: catchment check FILE [--json]

  --json  {"problems": [{"code", "severity", "path", "message"}]}

Exit code 1 when there are errors.
`

/** Says everything that is wrong with a file. */
export const check: Command = { usage: USAGE, options: { json: 'flag' }, run }

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  if (!operand.ok) {
    io.err(`catchment check: ${operand.message}\n${USAGE}`)
    return 2
  }
  const opened = await openFile(operand.value, io)
  const json = args.flags.has('json')
  if (!opened.ok) {
    if (json) io.out(`${JSON.stringify(problemsJson(opened.problems))}\n`)
    explainUnopened(opened, io)
    return 2
  }
  const problems = [...opened.problems, ...(await checkOpened(opened))]
  if (json) io.out(`${JSON.stringify(problemsJson(problems))}\n`)
  else io.out([...problemLines(opened.file, opened.text, problems), countText(problems), ''].join('\n'))
  return hasErrors(problems) ? 1 : 0
}

async function checkOpened({ scenario, isScenario, text }: OpenedFile): Promise<readonly FileProblem[]> {
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
  return checkScenario(scenario, await proposeZone(scenario)).map((problem) => ({
    ...problem,
    filePath: pathOf(problem),
  }))
}
