import { openLink } from '../formats/link'
import { encodeScenarioFile } from '../formats/scenario-file'
import type { Problem } from '../model/problem'
import { type Attempt, done } from './attempt'
import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { type Arguments, onlyOperand } from './options'

const USAGE = `Usage: catchment unlink URL [--json]

Prints the scenario of a link as JSON. URL may be the part from the # on; - reads it from standard input.
`

/** Reads a link back into a scenario. */
export const unlink: Command = { usage: USAGE, options: { json: 'flag' }, run }

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'URL')
  if (!operand.ok) {
    io.err(`catchment unlink: ${operand.message}\n${USAGE}`)
    return 2
  }
  const text = await readLink(operand.value, io)
  if (!text.ok) {
    io.err(`catchment unlink: ${text.message}\n`)
    return 2
  }
  // `link --json` prints a JSON string; what it printed can be handed back as it is.
  const url = text.value.replace(/^"(.*)"$/s, '$1')
  const opened = openLink(url.slice(url.indexOf('#') + 1))
  if (!opened.ok) {
    io.err(opened.problems.map(lineOf).join(''))
    return 2
  }
  io.err(opened.value.problems.map(lineOf).join(''))
  io.out(encodeScenarioFile(opened.value.scenario))
  return 0
}

/** A link as it was given; the line break that ends what is piped is none of its characters. */
async function readLink(url: string, io: Io): Promise<Attempt<string>> {
  if (url !== '-') return done(url)
  const text = await io.readText('-')
  return text.ok ? done(text.value.trim()) : text
}

function lineOf({ severity, message, code }: Problem): string {
  return `${severity}: ${message} [${code}]\n`
}
