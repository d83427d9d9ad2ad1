import { inProposedZone, wantsZone, type Zoned } from '../formats/name-servers/proposed-zone'
import type { OutputFormat } from '../formats/output-format'
import { OUTPUTS, outputOf } from '../formats/outputs'
import { checkPolicy } from '../policy/check'
import type { Scenario } from '../scenario/scenario'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { inFile, isOpeningLoss, openFile, PICK_OPTION, refuseUnopened } from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'
import { problemsJson } from './problems'
import { registeredName } from './propose-zone'
import { proveWritten } from './prove-written'

const WIDEST = Math.max(...OUTPUTS.map(({ id }) => id.length))

const USAGE = `Usage: catchment convert FILE --to FORMAT [--allow-loss] [--pick NAME] [--json]

${OUTPUTS.map(({ id, summary }) => `  --to ${id.padEnd(WIDEST)}  ${summary}\n`).join('')}  --allow-loss  write it even if the format cannot hold something that changes answers
  --pick NAME   which policy of a file that holds several: its name, NAME@VERSION, its version, or its position from 1
  --json        {"text", "problems"}; for record sets also "equal"

Record sets are read again and compared with the policy before they are written. Losses are listed on standard error; exit code 1 when they are not allowed.
`

/** Writes a file in another format. */
export const convert: Command = {
  usage: USAGE,
  options: { to: 'once', 'allow-loss': 'flag', json: 'flag', ...PICK_OPTION },
  run,
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  const to = valueOf(args, 'to')
  const format = outputOf(to ?? '')
  if (!operand.ok || !format) {
    const wrong = to === undefined ? 'There is no --to FORMAT.' : `There is no format “${to}”.`
    io.err(`catchment convert: ${operand.ok ? wrong : operand.message}\n${USAGE}`)
    return 2
  }
  const opened = await openFile(operand.value, io, valueOf(args, 'pick'))
  if (!opened.ok) return refuseUnopened(opened, args, io)
  const zoned = await inZone(format, opened.scenario)
  const { scenario } = zoned
  const losses = [...opened.problems.filter(isOpeningLoss), ...format.losses(scenario), ...zoned.problems]
  for (const { severity, code, message } of losses) io.err(`${severity}: ${message} [${code}]\n`)
  if (losses.some(({ severity }) => severity === 'error')) {
    io.err('Nothing was written, since this cannot be said in that format.\n')
    return 1
  }
  if (losses.some(({ severity }) => severity !== 'note') && !args.flags.has('allow-loss')) {
    io.err('Nothing was written; --allow-loss writes it without these.\n')
    return 1
  }
  const errors = refusals(format, scenario)
  if (errors > 0)
    io.err(`The policy has ${errors === 1 ? 'an error' : `${errors} errors`}; “catchment check” says more.\n`)
  const text = format.write(scenario)
  const proof = proveWritten(format, text, scenario)
  for (const line of proof?.lines ?? []) io.err(`${line}\n`)
  if (proof?.equal === false && !args.flags.has('allow-loss')) {
    io.err('Nothing was written; --allow-loss writes it all the same.\n')
    return 1
  }
  const equal = proof ? { equal: proof.equal } : {}
  const json = { text, ...equal, ...problemsJson(losses.map(inFile)) }
  io.out(args.flags.has('json') ? `${JSON.stringify(json)}\n` : text)
  return 0
}

/** The scenario with the zone that a file of a whole zone is for. */
async function inZone(format: OutputFormat, scenario: Scenario): Promise<Zoned> {
  const proposed = wantsZone(format, scenario) ? await registeredName(scenario.record.name) : null
  return inProposedZone(scenario, proposed)
}

/** Formats that give back what was opened, whatever is wrong with it. */
const UNCHANGED = ['aws', 'aws-pretty', 'aws-min', 'scenario']

/** How many errors of the policy go into a file; whether a format has a rule is said by its losses. */
function refusals({ id }: OutputFormat, { policy }: Scenario): number {
  if (UNCHANGED.includes(id)) return 0
  return checkPolicy(policy).filter(
    ({ severity, code }) => severity === 'error' && code !== 'rule/not-in-traffic-flow',
  ).length
}
