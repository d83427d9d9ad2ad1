import type { ExitCode, Io } from './io'
import type { Arguments, OptionSpec } from './options'

/** One command of the command line. */
export interface Command {
  /** How it is called, with its options. */
  readonly usage: string
  readonly options: OptionSpec
  run(args: Arguments, io: Io): Promise<ExitCode>
}
