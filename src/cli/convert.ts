import { exportAws, exportAwsMinified, exportAwsPretty } from '../formats/aws'
import { awsLosses } from '../formats/aws-losses'
import { encodeScenarioFile } from '../formats/scenario-file'
import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { explainUnopened, inFile, openFile } from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'
import { problemsJson } from './problems'

/** A format that can be written, and what of a scenario it has no place for. */
interface OutputFormat {
  readonly write: (scenario: Scenario) => string
  readonly losses: (scenario: Scenario) => readonly Problem[]
}

const FORMATS: ReadonlyMap<string, OutputFormat> = new Map([
  ['aws', { write: ({ policy }: Scenario) => exportAws(policy), losses: awsLosses }],
  ['aws-pretty', { write: ({ policy }: Scenario) => exportAwsPretty(policy), losses: awsLosses }],
  ['aws-min', { write: ({ policy }: Scenario) => exportAwsMinified(policy), losses: awsLosses }],
  ['scenario', { write: encodeScenarioFile, losses: () => [] }],
])

const USAGE = `Usage: catchment convert FILE --to FORMAT [--allow-loss] [--json]

  --to aws         AWS's document; byte for byte as it came, where nothing was edited
  --to aws-pretty  the same, a line for each member
  --to aws-min     the same, without white space
  --to scenario    a scenario file
  --allow-loss     write it even if the format cannot hold something that changes answers
  --json           {"text", "problems"}

Losses are listed on standard error; exit code 1 when they are not allowed.
`

/** Writes a file in another format. */
export const convert: Command = {
  usage: USAGE,
  options: { to: 'once', 'allow-loss': 'flag', json: 'flag' },
  run,
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  const to = valueOf(args, 'to')
  const format = FORMATS.get(to ?? '')
  if (!operand.ok || !format) {
    const wrong = to === undefined ? 'There is no --to FORMAT.' : `There is no format “${to}”.`
    io.err(`catchment convert: ${operand.ok ? wrong : operand.message}\n${USAGE}`)
    return 2
  }
  const opened = await openFile(operand.value, io)
  if (!opened.ok) {
    explainUnopened(opened, io)
    return 2
  }
  const losses = format.losses(opened.scenario)
  for (const { severity, code, message } of losses) io.err(`${severity}: ${message} [${code}]\n`)
  if (losses.some(({ severity }) => severity !== 'note') && !args.flags.has('allow-loss')) {
    io.err('Nothing was written; --allow-loss writes it without these.\n')
    return 1
  }
  const text = format.write(opened.scenario)
  io.out(args.flags.has('json') ? `${JSON.stringify({ text, ...problemsJson(losses.map(inFile)) })}\n` : text)
  return 0
}
