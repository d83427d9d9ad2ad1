import { OUTPUTS, outputOf } from '../formats/outputs'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { explainUnopened, inFile, openFile } from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'
import { problemsJson } from './problems'

const WIDEST = Math.max(...OUTPUTS.map(({ id }) => id.length))

const USAGE = `Usage: catchment convert FILE --to FORMAT [--allow-loss] [--json]

${OUTPUTS.map(({ id, summary }) => `  --to ${id.padEnd(WIDEST)}  ${summary}\n`).join('')}  --allow-loss  write it even if the format cannot hold something that changes answers
  --json        {"text", "problems"}

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
  const format = outputOf(to ?? '')
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
  if (losses.some(({ severity }) => severity === 'error')) {
    io.err('Nothing was written, since this cannot be said in that format.\n')
    return 1
  }
  if (losses.some(({ severity }) => severity !== 'note') && !args.flags.has('allow-loss')) {
    io.err('Nothing was written; --allow-loss writes it without these.\n')
    return 1
  }
  const text = format.write(opened.scenario)
  io.out(args.flags.has('json') ? `${JSON.stringify({ text, ...problemsJson(losses.map(inFile)) })}\n` : text)
  return 0
}
