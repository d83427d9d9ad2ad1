import { describe, expect, test } from 'vitest'
import { type JsonObject, jsonObject } from '../model/json'
import { MIGRATIONS, type Migration, migrateScenario, SCENARIO_VERSION } from './migrations'

/** A migration that leaves its mark. */
const marking = (from: number): Migration => ({
  from,
  what: 'leaves a mark',
  migrate: (scenario) => jsonObject([...scenario, [`from ${from}`, true]]),
})
const marks = (scenario: JsonObject) => [...scenario.keys()]

describe('migrations of scenarios', () => {
  test('lead from every version to the next, up to the present one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: SCENARIO_VERSION - 1 }, (_, index) => index + 1),
    )
  })

  test('run from the version of the file on, in order', () => {
    const migrations = [marking(1), marking(2), marking(3)]
    expect(marks(migrateScenario(new Map(), 1, migrations))).toEqual(['from 1', 'from 2', 'from 3'])
    expect(marks(migrateScenario(new Map(), 3, migrations))).toEqual(['from 3'])
    expect(marks(migrateScenario(new Map(), 4, migrations))).toEqual([])
  })
})
