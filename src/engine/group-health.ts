import type { Client } from '../rules/client'
import type { BranchHealth, Decision } from '../rules/decision'

/** A rule as an alias target whose health depends on who asks. */
interface Group {
  readonly decision: Decision
  readonly health: BranchHealth
}

/** Health of the groups that depends on who asks: geolocation rules and whatever leads to them. */
export interface VaryingHealth {
  /** Adds a group; those below it must have been added before. Returns the number to ask by. */
  readonly add: (group: Group) => number
  readonly healthy: (group: number, client: Client) => boolean
}

/**
 * Keeps the health of all varying groups for the country and state that asked last: found once a group,
 * from the bottom up, however many paths lead to it.
 */
export function varyingHealth(): VaryingHealth {
  const groups: Group[] = []
  const states: boolean[] = []
  let asked: Pick<Client, 'country' | 'subdivision'> | null = null

  function find(client: Client): void {
    // Noted first: while a group is found, it asks for the groups below it, which are ready by then.
    asked = { country: client.country, subdivision: client.subdivision }
    groups.forEach(({ decision, health }, group) => {
      states[group] = decision.groupHealthy(client, health)
    })
  }

  return {
    add: (group) => groups.push(group) - 1,
    healthy(group, client) {
      if (asked?.country !== client.country || asked.subdivision !== client.subdivision) find(client)
      return states[group] ?? false
    },
  }
}
