import type { Command } from './command'
import type { ExitCode, Io } from './io'
import { parseOptions } from './options'

// Each is loaded when it is called, so that answering a query reads nothing that only a check needs.
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check')).check],
  ['resolve', async () => (await import('./resolve')).resolve],
  ['shares', async () => (await import('./shares')).shares],
  ['tune', async () => (await import('./tune')).tune],
  ['convert', async () => (await import('./convert')).convert],
  ['link', async () => (await import('./link')).link],
  ['unlink', async () => (await import('./unlink')).unlink],
])

const USAGE = `Usage: catchment COMMAND FILE [OPTION]…

  check    say what is wrong with a policy or scenario
  resolve  answer one query, with the exact odds and every reason
  shares   share out the world's demand among the endpoints
  tune     find the biases that give endpoints their shares
  convert  write it in another format
  link     make a link that holds the whole scenario
  unlink   read a link back into a scenario

FILE is an AWS traffic policy document or a scenario; - is standard input.
“catchment COMMAND --help” lists a command's options.
Exit codes: 0 done, 1 the answer is “no”, 2 unusable input or arguments.
`

/** Runs a command line (without program names) and gives its exit code. Never throws on anything a user says. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(USAGE)
    return 0
  }
  const load = COMMANDS.get(name ?? '')
  if (!load) {
    io.err(name === undefined ? USAGE : `catchment: there is no command “${name}”.\n\n${USAGE}`)
    return 2
  }
  const command = await load()
  const args = parseOptions(rest, { ...command.options, help: 'flag' })
  if (!args.ok) {
    io.err(`catchment ${name}: ${args.message}\n${command.usage}`)
    return 2
  }
  if (args.value.flags.has('help')) {
    io.out(command.usage)
    return 0
  }
  return command.run(args.value, io)
}
