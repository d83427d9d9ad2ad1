import { compilePolicy } from '../engine/compile'
import { seededRandom } from '../engine/random'
import { answerRecords } from '../engine/records'
import { resolve as resolveQuery } from '../engine/resolve'
import { decidingAddress, decidingPlace, type Query, UNMAPPED } from '../model/query'
import { readAddresses } from './address-options'
import { type Attempt, done, fault } from './attempt'
import type { Command } from './command'
import { readDecimal } from './coordinates-option'
import type { ExitCode, Io } from './io'
import { openPicked, PICK_OPTION, PICK_USAGE, refuseUnopened } from './open-file'
import { type Arguments, onlyOperand, valueOf } from './options'
import { readPlace } from './place-options'
import { readQueryType } from './query-type'
import { resolutionJson } from './resolve-json'
import { resolutionText } from './resolve-text'
import { readWorld, WORLD_OPTIONS } from './world-options'

const USAGE = `Usage: catchment resolve FILE [OPTION]…

  --at LAT,LON             where the client is; finds its country and US state
  --country CC             its country; alone: at its most populous place
  --subdivision SS         its US state
  --address IP[/BITS]      its IP address, with the bits that its resolver passes on (24; IPv6: 64)
  --resolver-at LAT,LON    where its resolver is, for --ecs off
  --resolver-country CC
  --resolver-address IP    its IP address, for --ecs off
  --ecs on|off             whether the resolver sends EDNS Client Subnet (on)
  --down ENDPOINT          an endpoint that is down; repeatable
  --unhealthy CHECK        a health check that fails; repeatable
  --healthy CHECK          a health check that passes; repeatable
  --latency REGION=MS      a round trip time instead of the estimate; repeatable
  --negative-bias guide|map
                           which of AWS's two formulas a negative bias follows (guide)
  --type TYPE              the record type asked for (the policy's own)
  --seed N                 the seed of the draw (1)
${PICK_USAGE}  --json                   the answer, its distribution and every step as JSON

Without a place the client is one that no database can place.
`

/** Answers one query with the whole way to the answer. */
export const resolve: Command = {
  usage: USAGE,
  options: {
    at: 'once',
    country: 'once',
    subdivision: 'once',
    'resolver-at': 'once',
    'resolver-country': 'once',
    address: 'once',
    'resolver-address': 'once',
    ecs: 'once',
    type: 'once',
    seed: 'once',
    json: 'flag',
    ...WORLD_OPTIONS,
    ...PICK_OPTION,
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const operand = onlyOperand(args, 'FILE')
  const query = operand.ok ? await readQuery(args) : operand
  const seed = readSeed(valueOf(args, 'seed'))
  if (!operand.ok || !query.ok || !seed.ok) {
    const first = [operand, query, seed].find((each) => !each.ok)
    return refuse(first && !first.ok ? first.message : '', io)
  }
  const opened = await openPicked(operand.value, args, io)
  if (!opened.ok) return refuseUnopened(opened, args, io)
  const { policy, record, world: own } = opened.scenario
  const world = readWorld(args, own, policy)
  if (!world.ok) return refuse(world.message, io)
  const resolution = resolveQuery(compilePolicy(policy, world.value), query.value, seededRandom(seed.value))
  const records = answerRecords(resolution, policy, record)
  const asker = { place: decidingPlace(query.value), address: decidingAddress(query.value) }
  io.out(
    args.flags.has('json')
      ? `${JSON.stringify(resolutionJson(resolution, records, asker, policy))}\n`
      : resolutionText(resolution, records, asker, policy),
  )
  return 0
}

function refuse(message: string, io: Io): ExitCode {
  io.err(`catchment resolve: ${message}\n`)
  return 2
}

async function readQuery(args: Arguments): Promise<Attempt<Query>> {
  const ecs = valueOf(args, 'ecs') ?? 'on'
  if (ecs !== 'on' && ecs !== 'off') return fault(`--ecs is on or off, not “${ecs}”.`)
  const type = readQueryType(valueOf(args, 'type'))
  if (!type.ok) return type
  const client = await readPlace({
    at: valueOf(args, 'at'),
    country: valueOf(args, 'country'),
    subdivision: valueOf(args, 'subdivision'),
  })
  if (!client.ok) return client
  const resolver = await readPlace(
    { at: valueOf(args, 'resolver-at'), country: valueOf(args, 'resolver-country'), subdivision: undefined },
    'resolver-',
  )
  if (!resolver.ok) return resolver
  const addresses = readAddresses(args)
  if (!addresses.ok) return addresses
  return done({
    type: type.value,
    client: client.value ?? UNMAPPED,
    resolver: resolver.value,
    clientSubnet: ecs === 'on',
    ...addresses.value,
  })
}

function readSeed(text: string | undefined): Attempt<number> {
  const seed = text === undefined ? 1 : readDecimal(text)
  if (seed !== undefined && Number.isSafeInteger(seed)) return done(seed)
  return fault(`--seed is a whole number, not “${text}”.`)
}
