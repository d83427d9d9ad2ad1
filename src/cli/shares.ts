import { prepareDemand } from '../analysis/demand/prepared-demand'
import { shareText } from '../analysis/share-words'
import { type DemandShares, demandShares } from '../analysis/shares'
import { compilePolicy } from '../engine/compile'
import { countryName } from '../geo/countries'
import type { World } from '../model/world'
import { branchLabel } from '../policy/branch-label'
import type { Policy } from '../policy/policy'
import { done } from './attempt'
import { columns } from './columns'
import type { Command } from './command'
import { demandCommand } from './demand-command'
import type { GivenDemand } from './demand-option'
import { PICK_USAGE } from './open-file'

const USAGE = `Usage: catchment shares FILE [OPTION]…

  --down ENDPOINT          an endpoint that is down; repeatable
  --unhealthy CHECK        a health check that fails; repeatable
  --healthy CHECK          a health check that passes; repeatable
  --latency REGION=MS      a round trip time instead of the estimate; repeatable
  --negative-bias guide|map
                           which of AWS's two formulas a negative bias follows (guide)
  --demand FILE            a table (CSV) of demand: country, state, city or coordinates, and a weight
                           (the scenario's own, or internet users of every country)
${PICK_USAGE}  --json                   shares by endpoint, rule and country as JSON

Shares are parts of the whole demand; a multivalue answer divides its place's demand equally.
`

/** Shares of demand by endpoint, rule and country. */
export const shares: Command = demandCommand({
  name: 'shares',
  usage: USAGE,
  options: {},
  readOwn: () => done(null),
  answer({ policy, world, given }) {
    const found = demandShares(compilePolicy(policy, world), prepareDemand(given.demand))
    return { json: sharesJson(found, policy), text: () => sharesText(found, policy, world, given) }
  },
})

/** Shares as JSON: parts of 1, endpoints and rules in the order of the document, countries by demand. */
function sharesJson(
  { shares: byEndpoint, nodata, blackholed, rules, countries }: DemandShares,
  policy: Policy,
) {
  return {
    shares: endpointShares(byEndpoint),
    nodata,
    blackholed,
    rules: [...rules].map(([rule, { share, branches }]) => ({
      rule,
      share,
      branches: [...branches].map(([branch, part], index) => ({
        index,
        label: branchLabel(policy, rule, branch),
        share: part,
      })),
    })),
    countries: countries.map(({ country, share, endpoints, nodata: none }) => ({
      country,
      share,
      endpoints: endpointShares(endpoints),
      nodata: none,
    })),
  }
}

/** Shares by endpoint as JSON. */
export function endpointShares(byEndpoint: ReadonlyMap<string, number>): readonly unknown[] {
  return [...byEndpoint].map(([endpoint, share]) => ({ endpoint, share }))
}

const COUNTRIES_SHOWN = 3

function sharesText(
  { shares: byEndpoint, nodata, blackholed, rules, countries }: DemandShares,
  policy: Policy,
  { down }: World,
  { demand }: GivenDemand,
): string {
  const endpointRows = [...byEndpoint].map(([id, share]) => {
    const largest = countries
      .map(({ country, endpoints }) => ({ country, part: endpoints.get(id) ?? 0 }))
      .filter(({ part }) => part > 0)
      .sort((a, b) => b.part - a.part)
      .slice(0, COUNTRIES_SHOWN)
      .map(({ country }) => (country === null ? 'the open sea' : countryName(country)))
    const state = down.has(id) && share > 0 ? 'down, black-holed' : down.has(id) ? 'down' : ''
    return [id, shareText(share).padStart(8), largest.join(', '), state]
  })
  const ruleRows = [...rules].flatMap(([rule, { share, branches }]) => [
    [rule, shareText(share).padStart(8), ''],
    ...[...branches].map(([branch, part]) => [
      `  ${branchLabel(policy, rule, branch)}`,
      shareText(part).padStart(8),
    ]),
  ])
  const lines = [
    'Endpoints',
    ...columns(endpointRows, '  '),
    ...(nodata > 0 ? ['', `No answer (NODATA)  ${shareText(nodata)}`] : []),
    ...(blackholed > 0 ? ['', `Black-holed  ${shareText(blackholed)}`] : []),
    ...(ruleRows.length > 0 ? ['', 'Rules', ...columns(ruleRows, '  ')] : []),
    '',
    `Demand: ${demand.source}`,
  ]
  return `${lines.join('\n')}\n`
}
