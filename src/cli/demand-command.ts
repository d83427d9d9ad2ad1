import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import type { Attempt } from './attempt'
import type { Command } from './command'
import { DEMAND_OPTION, demandJson, demandRemarks, type GivenDemand, readDemand } from './demand-option'
import type { ExitCode, Io } from './io'
import { openPicked, PICK_OPTION, refuseUnopened } from './open-file'
import { type Arguments, type OptionSpec, onlyOperand } from './options'
import { readWorld, WORLD_OPTIONS } from './world-options'

/** What a command about demand works on: a policy in its world, and who asks. */
export interface DemandCase {
  readonly policy: Policy
  readonly world: World
  readonly given: GivenDemand
}

/** A command about demand, with what only it has. */
export interface DemandCommand<T> {
  readonly name: string
  readonly usage: string
  /** Its options besides those of the world, of demand, `--pick` and `--json`. */
  readonly options: OptionSpec
  readonly readOwn: (args: Arguments, policy: Policy, world: World) => Attempt<T>
  /** What came out, as JSON without the demand, and as a text for people. */
  readonly answer: (about: DemandCase, own: T) => { readonly json: object; readonly text: () => string }
}

/** The command: it reads file, world and demand, and prints the answer. */
export function demandCommand<T>({ name, usage, options, readOwn, answer }: DemandCommand<T>): Command {
  function refuse(message: string, io: Io): ExitCode {
    io.err(`catchment ${name}: ${message}\n`)
    return 2
  }

  async function run(args: Arguments, io: Io): Promise<ExitCode> {
    const operand = onlyOperand(args, 'FILE')
    if (!operand.ok) return refuse(operand.message, io)
    const opened = await openPicked(operand.value, args, io)
    if (!opened.ok) return refuseUnopened(opened, args, io)
    const { policy, world: own, demand } = opened.scenario
    const world = readWorld(args, own, policy)
    if (!world.ok) return refuse(world.message, io)
    const asked = readOwn(args, policy, world.value)
    if (!asked.ok) return refuse(asked.message, io)
    const given = await readDemand(args, operand.value, demand, io)
    if (!given.ok) return refuse(given.message, io)
    const { json, text } = answer({ policy, world: world.value, given: given.value }, asked.value)
    if (args.flags.has('json')) {
      io.out(`${JSON.stringify({ ...json, demand: demandJson(given.value) })}\n`)
      return 0
    }
    for (const remark of demandRemarks(given.value)) io.err(`catchment ${name}: ${remark}\n`)
    io.out(text())
    return 0
  }

  const shared = { json: 'flag', ...WORLD_OPTIONS, ...DEMAND_OPTION, ...PICK_OPTION } as const
  return { usage, options: { ...options, ...shared }, run }
}
