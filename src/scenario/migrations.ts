import type { JsonObject } from '../model/json'

/** The version that scenarios are written in; its file says it under the key `catchment`. */
export const SCENARIO_VERSION = 2

/** One step from a version to the next, on the scenario as JSON; none is ever deleted. */
export interface Migration {
  readonly from: number
  /** What changed, for people: "queries got a resolver". */
  readonly what: string
  migrate(scenario: JsonObject): JsonObject
}

/** In order: the first is from version 1. */
export const MIGRATIONS: readonly Migration[] = [
  {
    from: 1,
    what: 'scenarios got a demand model and capacities',
    // Left out, they are what they always were.
    migrate: (scenario) => scenario,
  },
]

/** Brings a scenario of an older version up to date, step by step. */
export function migrateScenario(
  scenario: JsonObject,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): JsonObject {
  return migrations
    .filter(({ from }) => from >= version)
    .reduce((migrated, migration) => migration.migrate(migrated), scenario)
}
