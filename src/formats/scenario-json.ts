import { isJsonNumber, isJsonObject, type Json, type JsonObject, jsonKind, toJson } from '../model/json'
import { toJsonText } from '../model/json-text'
import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import type { World } from '../model/world'
import { decodePolicy, encodePolicy } from '../policy/document'
import type { Policy } from '../policy/policy'
import type { Capacities } from '../scenario/capacities'
import type { DemandModel } from '../scenario/demand-model'
import { migrateScenario, SCENARIO_VERSION } from '../scenario/migrations'
import type { Scenario } from '../scenario/scenario'
import { exportAws, type ImportedPolicy, importAws } from './aws'
import { type ReadPart, readMembers, readPart, unknownKey } from './read-part'
import { readingProblem } from './reading-problem'
import { CAPACITY, CHECK_STATE, POSITION, SCENARIO_PARTS } from './scenario-schema'

/** A scenario that was opened, and warnings and notes about what was left out of it. */
export interface OpenedScenario {
  readonly scenario: Scenario
  readonly problems: readonly Problem[]
}

/** The key that says that a JSON object is a scenario, and of which version. */
export const VERSION_KEY = 'catchment'

/**
 * The scenario as JSON. The policy stands in it as an object where writing that out gives the very
 * text back that it was read from, else as that text in a string, so that not one byte of it is lost.
 */
export function encodeScenario(scenario: Scenario): JsonObject {
  const policy = encodePolicyMember(scenario.policy)
  // Behind the version and the name.
  return new Map([...encodeSurroundings(scenario)].toSpliced(2, 0, ['policy', policy]))
}

/** The scenario but its policy as JSON. */
export function encodeSurroundings(scenario: Scenario): JsonObject {
  const { name, layout, record, world, demand, capacities, queries, view } = scenario
  return new Map<string, Json>([
    [VERSION_KEY, toJson(SCENARIO_VERSION)],
    ['name', name],
    ['layout', new Map([...layout].map(([key, position]) => [key, toJson(position)]))],
    ['record', toJson(record)],
    [
      'world',
      new Map<string, Json>([
        ['down', [...world.down]],
        ['checks', new Map(world.checks)],
        ['latencies', toJson(world.latencies)],
        ['negativeBias', world.negativeBias],
      ]),
    ],
    ['demand', encodeDemand(demand)],
    [
      'capacities',
      new Map<string, Json>([
        ['total', toJson(capacities.total)],
        ['endpoints', new Map([...capacities.endpoints].map(([id, capacity]) => [id, toJson(capacity)]))],
      ]),
    ],
    ['queries', toJson(queries)],
    ['view', toJson(view)],
  ])
}

/** Reads a scenario from JSON of this or any older version; what is left out has its ordinary value. */
export function decodeScenario(json: Json): Result<OpenedScenario> {
  if (!isJsonObject(json)) {
    return failure(
      readingProblem('scenario/not-an-object', `A scenario is an object, but this is ${jsonKind(json)}.`),
    )
  }
  const version = versionOf(json)
  if (!version.ok) return version
  const source = migrateScenario(json, version.value)
  const policy = decodePolicyMember(source.get('policy'))
  const layout = readMembers(POSITION, source.get('layout'), ['layout'])
  const world = decodeWorld(source.get('world'))
  const demand = readPart(SCENARIO_PARTS.demand, source.get('demand'), ['demand'])
  const capacities = decodeCapacities(source.get('capacities'))
  const name = readPart(SCENARIO_PARTS.name, source.get('name'), ['name'])
  const record = readPart(SCENARIO_PARTS.record, source.get('record'), ['record'])
  const queries = readPart(SCENARIO_PARTS.queries, source.get('queries'), ['queries'])
  const view = readPart(SCENARIO_PARTS.view, source.get('view'), ['view'])
  if (
    policy.ok &&
    layout.ok &&
    world.ok &&
    demand.ok &&
    capacities.ok &&
    name.ok &&
    record.ok &&
    queries.ok &&
    view.ok
  ) {
    const parts = [policy, layout, world, demand, capacities, name, record, queries, view]
    return success({
      scenario: {
        name: name.value.value,
        policy: policy.value.policy,
        layout: layout.value.value,
        record: record.value.value,
        world: world.value.value,
        demand: demand.value.value,
        capacities: capacities.value.value,
        queries: queries.value.value,
        view: view.value.value,
      },
      problems: [...unknownKeys(source), ...parts.flatMap((part) => part.value.problems)],
    })
  }
  const all = [policy, layout, world, demand, capacities, name, record, queries, view]
  return failure(...all.flatMap((part) => (part.ok ? [] : part.problems)))
}

function versionOf(json: JsonObject): Result<number> {
  const found = json.get(VERSION_KEY)
  const version = isJsonNumber(found) ? Number(found.number) : Number.NaN
  if (!Number.isInteger(version) || version < 1) {
    return failure(
      readingProblem(
        'scenario/version',
        `A scenario says its version as "${VERSION_KEY}": ${SCENARIO_VERSION}; this one does not.`,
      ),
    )
  }
  if (version <= SCENARIO_VERSION) return success(version)
  return failure(
    readingProblem(
      'scenario/newer-version',
      `This scenario has version ${version}, which is newer than this Catchment (${SCENARIO_VERSION}). Reload to get the newest.`,
    ),
  )
}

function encodePolicyMember(policy: Policy): Json {
  const document = encodePolicy(policy)
  if (policy.text === null) return document
  const text = exportAws(policy)
  return text === `${toJsonText(document, 2)}\n` ? document : text
}

function decodePolicyMember(member: Json | undefined): Result<ImportedPolicy> {
  const path = ['policy']
  if (typeof member === 'string') {
    const imported = importAws(member)
    if (imported.ok) return imported
    return failure(
      ...imported.problems.map((problem) => ({
        ...problem,
        path,
        message: `Inside policy: ${problem.message}`,
      })),
    )
  }
  if (member === undefined) {
    return failure(
      readingProblem(
        'scenario/policy',
        'A scenario holds a traffic policy document under “policy”, which is missing.',
      ),
    )
  }
  const policy = decodePolicy(member, null)
  if (policy.ok) return success({ policy: policy.value, problems: [] })
  return failure(...policy.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })))
}

function decodeWorld(json: Json | undefined): Result<ReadPart<World>> {
  const given = isJsonObject(json) ? json : null
  const checks = readMembers(CHECK_STATE, given?.get('checks'), ['world', 'checks'])
  const rest = given ? new Map([...given].filter(([key]) => key !== 'checks')) : json
  const world = readPart(SCENARIO_PARTS.world, rest, ['world'])
  if (!checks.ok || !world.ok) {
    return failure(...[checks, world].flatMap((part) => (part.ok ? [] : part.problems)))
  }
  const { down, latencies, negativeBias } = world.value.value
  return success({
    value: { down: new Set(down), checks: checks.value.value, latencies, negativeBias },
    problems: [...world.value.problems, ...checks.value.problems],
  })
}

/** What a place of the demand does not say is left out: a table has thousands of rows. */
function encodeDemand(demand: DemandModel | null): Json {
  if (demand === null) return null
  const { name, unit, places, leftOut } = demand
  const said = places.map((place) =>
    Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null)),
  )
  return toJson({ name, unit, places: said, leftOut })
}

function decodeCapacities(json: Json | undefined): Result<ReadPart<Capacities>> {
  const given = isJsonObject(json) ? json : null
  const endpoints = readMembers(CAPACITY, given?.get('endpoints'), ['capacities', 'endpoints'])
  const rest = given ? new Map([...given].filter(([key]) => key !== 'endpoints')) : json
  const part = readPart(SCENARIO_PARTS.capacities, rest, ['capacities'])
  if (!endpoints.ok || !part.ok) {
    return failure(...[endpoints, part].flatMap((each) => (each.ok ? [] : each.problems)))
  }
  return success({
    value: { total: part.value.value.total, endpoints: endpoints.value.value },
    problems: [...part.value.problems, ...endpoints.value.problems],
  })
}

const KNOWN_KEYS = new Set([VERSION_KEY, 'policy', 'layout', 'world', ...Object.keys(SCENARIO_PARTS)])

function unknownKeys(source: JsonObject): readonly Problem[] {
  return [...source.keys()].filter((key) => !KNOWN_KEYS.has(key)).map((key) => unknownKey(key, []))
}
