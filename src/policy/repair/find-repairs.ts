import { isJsonObject, type Json } from '../../model/json'
import { type Problem, toPointer } from '../../model/problem'
import { runSteps } from '../../model/run-steps'
import { applyEdits, compatible } from './apply-edits'
import { repairContainers } from './containers'
import { repairFragment } from './fragment'
import { repairHealthChecks } from './health-checks'
import { repairInlineMembers } from './inline-members'
import { repairKeys } from './keys'
import { repairLists } from './lists'
import { repairLocations } from './locations'
import { repairMisnamedRules } from './misnamed-rule'
import { repairMissingEndpoints } from './missing-endpoints'
import { repairNeedless } from './needless'
import { repairOutOfRange } from './out-of-range'
import { repairPlaces } from './places'
import { repairRecordApi } from './record-api'
import { repairReferences } from './references'
import type { Repair } from './repair'
import { repairSaidPlaces } from './said-places'
import { repairSaidSites } from './said-sites'
import { repairSeveralValues } from './several-values'
import { repairSides } from './sides'
import { type Sight, sightOf } from './sight'
import { repairSimpleRules } from './simple-rule'
import { repairSpelling } from './spelling'
import { repairStart } from './start'
import { repairUnledBranches } from './unled-branches'
import { repairWeights } from './weights'
import { repairWords } from './words'

/** What looks for repairs, in the order in which they are offered. */
const FINDERS: readonly ((sight: Sight) => readonly Repair[])[] = [
  repairKeys,
  repairContainers,
  repairWords,
  repairSimpleRules,
  repairMisnamedRules,
  repairLists,
  repairSides,
  repairRecordApi,
  repairReferences,
  repairInlineMembers,
  repairSeveralValues,
  repairMissingEndpoints,
  repairUnledBranches,
  repairStart,
  repairSaidPlaces,
  repairSaidSites,
  repairLocations,
  repairPlaces,
  repairOutOfRange,
  repairHealthChecks,
  repairWeights,
  repairSpelling,
  repairNeedless,
]

/** So many are offered; a document made to have a million would take its time to show. */
const MOST_REPAIRS = 5_000

/** What can be mended in a document as it stands; each repair by itself can be made. */
export function findRepairs(document: Json): readonly Repair[] {
  return runSteps(repairSteps(document))
}

/** The same in steps, of which none takes long. */
export function* repairSteps(document: Json): Generator<undefined, readonly Repair[]> {
  const fragment = repairFragment(document)
  if (fragment.length > 0 || !isJsonObject(document)) return fragment
  const sight = sightOf(document)
  let found: readonly Repair[] = []
  for (const find of FINDERS) {
    yield
    found = [...found, ...find(sight)]
  }
  return found.slice(0, MOST_REPAIRS)
}

/** A document after repairs, and what was done to it. */
export interface Repaired {
  readonly document: Json
  readonly repairs: readonly Repair[]
}

/** One repair makes room for the next, but not for ever. */
const MOST_ROUNDS = 12

/** Makes every repair that `wanted` takes, and those that they make possible; all safe ones without it. */
export function repairDocument(
  document: Json,
  wanted: (repair: Repair) => boolean = ({ safe }) => safe,
): Repaired {
  let current = document
  const repairs: Repair[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = compatible(findRepairs(current).filter(wanted))
    if (next.length === 0) break
    current = applyEdits(
      current,
      next.flatMap(({ edits }) => edits),
    )
    repairs.push(...next)
  }
  return { document: current, repairs }
}

/** The repair for each problem of a document that has one. */
export function fixesFor(document: Json, problems: readonly Problem[]): ReadonlyMap<Problem, Repair> {
  if (problems.length === 0) return new Map()
  const fixOf = fixer(findRepairs(document))
  return new Map(
    problems.flatMap((problem): [Problem, Repair][] => {
      const repair = fixOf(problem)
      return repair ? [[problem, repair]] : []
    }),
  )
}

/** The repair for a problem, if there is one: the first that mends what is wrong at its place. */
export type Fixer = (problem: Pick<Problem, 'code' | 'path'>) => Repair | undefined

/** Finds the right one of some repairs. */
export function fixer(repairs: readonly Repair[]): Fixer {
  const byPlace = new Map<string, Repair>()
  for (const repair of repairs.toReversed()) {
    for (const code of repair.mends) byPlace.set(`${code} ${toPointer(repair.path)}`, repair)
  }
  return ({ code, path }) => byPlace.get(`${code} ${toPointer(path)}`)
}

/** A name of a repair that stays the same while others are made. */
export function repairKey({ code, path, title }: Repair): string {
  return `${code} ${toPointer(path)} ${title}`
}
