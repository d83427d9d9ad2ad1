import { absoluteName } from '../../../model/dns/domain-name'
import { readable } from '../../../model/field'
import { checkStates } from '../../../scenario/check-states'
import type { Scenario } from '../../../scenario/scenario'
import { exportAwsMinified } from '../../aws'
import { fingerprint } from '../../route53/policy-name'
import { livePolicy } from '../live-policy'
import { comment, zoneOf } from '../zone-of'
import { LIBRARY } from './library'
import { luaContent } from './lua-record'
import { luaNodes } from './nodes'

/** Names of the records that hold the code, in the zone. */
const LIBRARY_NAME = 'catchment-library'
const POLICY_NAME = 'catchment-policy'
const CHECKS_NAME = 'catchment-checks'

/**
 * A zone for PowerDNS Authoritative in which the policy record is a LUA record. One record holds a library of
 * Route 53's rules, one the policy as data, one the states of the health checks, which are the operator's to fill in.
 */
export function exportPowerdns(scenario: Scenario): string {
  const { policy, record, world } = scenario
  const zone = zoneOf(scenario)
  const type = readable(policy.recordType) ?? 'A'
  // In shared mode globals live on: another policy or world has to be another table.
  const table = `P${fingerprint(`${exportAwsMinified(policy)} ${JSON.stringify(worldKey(scenario))}`)}`
  const nodes = luaNodes(livePolicy(policy), world, table)
  const passes = checkStates(policy, world)
  return `${header(scenario)}
$ORIGIN ${zone}
$TTL ${record.ttl.toString()}
@ 3600 IN SOA ns.invalid. hostmaster.invalid. 1 7200 900 1209600 60
@ 3600 IN NS ns.invalid.

; Rules of Route 53: the same in every zone from Catchment.
${LIBRARY_NAME} IN LUA LUA ${luaContent(LIBRARY)}
${checksRecord(nodes?.checks ?? [], passes, table)}
; The policy.
${POLICY_NAME} IN LUA LUA ${luaContent(['local C = catchment', ...(nodes?.code ?? [])])}

${absoluteName(record.name)} ${record.ttl.toString()} IN LUA ${type} ${luaContent([
    `;if not catchment then include('${LIBRARY_NAME}') end`,
    `if not ${table} then ${table} = {} include('${CHECKS_NAME}') include('${POLICY_NAME}') end`,
    `return ${nodes === null ? '{}' : `${nodes.start}.go()`}`,
  ])}
`
}

function header({ name }: Scenario): string {
  return `; ${comment(name)}: for PowerDNS Authoritative, as a zone of its bind backend or for “pdnsutil load-zone”.
; In pdns.conf:
;   launch=bind,geoip
;   geoip-database-files=mmdb:/usr/share/GeoIP/GeoLite2-City.mmdb
;   enable-lua-records=shared
;   lua-records-exec-limit=0
;   edns-subnet-processing=yes
; SOA and NS are to be replaced by your own.`
}

function checksRecord(checks: readonly string[], passes: (check: string) => boolean, table: string): string {
  const lines = checks.map((check, index) => `;   [${(index + 1).toString()}] ${comment(check)}`)
  const functions = checks.map(
    (check, index) =>
      `${table}.c[${(index + 1).toString()}] = function() return ${passes(check).toString()} end`,
  )
  return `
; Health checks: put a test for each true or false, such as ifportup(443, {'192.0.2.1'})[1] ~= nil
${[...lines, ''].join('\n')}${CHECKS_NAME} IN LUA LUA ${luaContent([`${table}.c = {}`, ...functions])}
`
}

/** Whatever of the world is written into the code. */
function worldKey({ policy, world }: Scenario): unknown {
  const passes = checkStates(policy, world)
  const checks = [...policy.rules.values()].flatMap(({ branches }) =>
    branches.map(({ healthCheck }) => passes(readable(healthCheck) ?? '')),
  )
  return [checks, world.latencies, world.negativeBias]
}
