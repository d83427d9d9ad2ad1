import { encodeLink } from '../formats/link'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { openPicked, PICK_OPTION, PICK_USAGE, refuseUnopened } from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'

const USAGE = `Usage: catchment link FILE [--base URL] [--json]

  --base URL               where Catchment is served; without it only the part from the # on is printed
${PICK_USAGE}  --json                   the link as a JSON string
`

/** Makes a link that holds the whole scenario. */
export const link: Command = { usage: USAGE, options: { base: 'once', json: 'flag', ...PICK_OPTION }, run }

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  if (!operand.ok) {
    io.err(`catchment link: ${operand.message}\n${USAGE}`)
    return 2
  }
  const opened = await openPicked(operand.value, args, io)
  if (!opened.ok) return refuseUnopened(opened, args, io)
  const base = (valueOf(args, 'base') ?? '').replace(/#.*$/s, '')
  const text = `${base}#${encodeLink(opened.scenario)}`
  io.out(`${args.flags.has('json') ? JSON.stringify(text) : text}\n`)
  return 0
}
