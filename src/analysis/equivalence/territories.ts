import type { CompiledPolicy } from '../../engine/compile'
import { COUNTRY_CODES } from '../../geo/continents'
import { US_STATES } from '../../geo/us-states'
import { type Place, UNMAPPED } from '../../model/query'
import { definitionOf } from '../../rules'
import { type Client, toClient } from '../../rules/client'
import type { BranchHealth } from '../../rules/decision'

const ALL_HEALTHY: BranchHealth = { healthy: () => true }

/** A country that Route 53 has no addresses of: its clients get the default only (route53.md 4.5). */
const WITHOUT_ADDRESSES = 'BV'

/** Every country and US state, a country without addresses, and the client that no database can place. */
function everywhere(): readonly Place[] {
  return [
    UNMAPPED,
    ...[...COUNTRY_CODES, WITHOUT_ADDRESSES].map((country) => ({ ...UNMAPPED, country })),
    ...US_STATES.map(({ code }) => ({ ...UNMAPPED, country: 'US', subdivision: code })),
  ]
}

/**
 * One place for each class of countries and US states that every rule treats alike, without coordinates. All
 * countries and states were asked about, so nothing is left to chance.
 */
export function territoryClasses(policies: readonly CompiledPolicy[]): readonly Place[] {
  const classes = new Map<string, Place>()
  const numbers = new Map<unknown, number>()
  const numberOf = (thing: unknown) => {
    const known = numbers.get(thing) ?? numbers.size
    numbers.set(thing, known)
    return known
  }
  for (const place of everywhere()) {
    const client = toClient(place)
    const key = policies
      .flatMap(({ rules }) => rules.map((rule) => treatment(rule, client, numberOf)))
      .join(' ')
    if (!classes.has(key)) classes.set(key, place)
  }
  return [...classes.values()]
}

/** How a rule treats a client of this territory, whatever is healthy: one text for all that are treated alike. */
function treatment(
  { decision, rule }: CompiledPolicy['rules'][number],
  client: Client,
  numberOf: (thing: unknown) => number,
): string {
  // The same lines for all who are treated alike, as the decision promises.
  if (decision.costLines) return String(numberOf(decision.costLines(client)))
  const { usesClient, usesAddress } = definitionOf(rule)
  if (!usesClient || usesAddress) return ''
  return decision
    .explain(client, ALL_HEALTHY)
    .filter(({ reason }) => reason !== 'other-place')
    .map(({ branch }) => branch)
    .join(',')
}
