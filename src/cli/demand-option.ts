import type { Demand } from '../analysis/demand/demand'
import { type MatchedDemand, matchDemand } from '../analysis/demand/match-demand'
import { needsAtlas } from '../analysis/demand/own-demand'
import { scenarioDemand } from '../analysis/demand/scenario-demand'
import { type DemandTable, readDemandTable } from '../formats/demand-csv'
import { loadAtlas, loadGazetteer } from '../geo/load'
import type { DemandModel } from '../scenario/demand-model'
import { type Attempt, done, fault } from './attempt'
import { type Io, nameOf } from './io'
import { type Arguments, type OptionSpec, valueOf } from './options'

/** The option by which a command line brings its own demand. */
export const DEMAND_OPTION = { demand: 'once' } as const satisfies OptionSpec

/** Demand, with what was made of the table that it came from; null for the scenario's own or the bundled one. */
export interface GivenDemand {
  readonly demand: Demand
  readonly table: {
    readonly file: string
    readonly read: DemandTable
    readonly matching: MatchedDemand
  } | null
}

/**
 * The demand of a table in a file; without one the scenario's own, `model`, or else the bundled demand. `document` is the
 * file of the policy.
 */
export async function readDemand(
  args: Arguments,
  document: string,
  model: DemandModel | null,
  io: Io,
): Promise<Attempt<GivenDemand>> {
  const file = valueOf(args, 'demand')
  if (file === undefined) {
    const demand = await ownDemand(model)
    return demand.ok ? done({ demand: demand.value, table: null }) : demand
  }
  if (file === '-' && document === '-') return fault('--demand and FILE cannot both be standard input.')
  const text = await io.readText(file)
  if (!text.ok) return fault(`--demand: ${text.message}`)
  const read = readDemandTable(text.value)
  if (!read.ok) return fault(`--demand, ${nameOf(file)}: ${read.problems[0]?.message ?? ''}`)
  // The shapes of countries are large, and most tables have no need of them.
  const atlas = needsAtlas(read.value.rows) ? await loadAtlas() : null
  const gazetteer = await loadGazetteer()
  const matching = matchDemand(read.value.rows, file === '-' ? 'standard input' : file, {
    gazetteer,
    locate: (coordinates) => atlas?.locate(coordinates) ?? null,
  })
  if (!matching.ok) return fault(`--demand, ${nameOf(file)}: ${matching.problems[0]?.message ?? ''}`)
  const { demand } = matching.value
  return done({ demand, table: { file, read: read.value, matching: matching.value } })
}

/** The demand that a scenario brings; null is the bundled one. */
export async function ownDemand(model: DemandModel | null): Promise<Attempt<Demand>> {
  const demand = await scenarioDemand(model)
  if (demand.ok) return done(demand.value)
  return fault(`the scenario's own demand: ${demand.problems[0]?.message ?? ''}`)
}

/** A demand as JSON: what its weights are, and what was matched and what was not. */
export function demandJson({ demand, table }: GivenDemand): unknown {
  const { source, unit, points } = demand
  if (!table) return { source, unit, places: points.length }
  const { matched, unmatched, unmatchedPart, doubts } = table.matching
  const problems = table.read.problems.map(({ code, severity, message }) => ({ code, severity, message }))
  return {
    source,
    unit,
    places: points.length,
    columns: table.read.columns,
    matched,
    unmatchedPart,
    unmatched,
    doubts,
    problems,
  }
}

/** As many remarks of one kind as anybody reads in a terminal. */
const MOST_REMARKS = 20

/** What a reader must know of a demand table, each in a line; nothing about the bundled demand. */
export function demandRemarks({ table }: GivenDemand): readonly string[] {
  if (!table) return []
  const { unmatched, doubts } = table.matching
  return [
    ...remarks(table.read.problems.map(({ message }) => message)),
    ...remarks(unmatched.map(({ line, reason }) => `Line ${line} is left out: ${reason}`)),
    ...remarks(doubts.map(({ line, reason }) => `Line ${line}: ${reason}`)),
  ]
}

function remarks(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_REMARKS
  if (more <= 0) return lines
  return [
    ...lines.slice(0, MOST_REMARKS),
    `… and ${more.toLocaleString('en')} more of the kind; --json lists them all.`,
  ]
}
