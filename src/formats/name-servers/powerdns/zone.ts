import { absoluteName } from '../../../model/dns/domain-name'
import { readable } from '../../../model/field'
import { checkStates } from '../../../scenario/check-states'
import type { Scenario } from '../../../scenario/scenario'
import { exportAwsMinified } from '../../aws'
import { fingerprint } from '../../route53/policy-name'
import { livePolicy } from '../live-policy'
import { checkUses } from '../node-words'
import { comment, zoneOf } from '../zone-of'
import { LIBRARY, LIBRARY_TABLE } from './library'
import { luaContent } from './lua-record'
import { luaNodes } from './nodes'

/** Names of the records that hold the code, in the zone. */
const LIBRARY_NAME = 'catchment-library'
const CHECKS_NAME = 'catchment-checks'

/** Octets of code in one record, which holds 65,535 of data at most. */
const MOST_CODE = 50_000

const policyName = (index: number) => `catchment-policy${index === 0 ? '' : `-${(index + 1).toString()}`}`

/**
 * A zone for PowerDNS Authoritative in which the policy record is a LUA record. One record holds a library of
 * Route 53's rules, one or more the policy as data, one the states of the health checks, which are the operator's to fill in.
 */
export function exportPowerdns(scenario: Scenario): string {
  const { policy, record, world } = scenario
  const zone = zoneOf(scenario)
  const type = readable(policy.recordType) ?? 'A'
  // In shared mode globals live on: another policy or world has to be another table.
  const table = `P${fingerprint(`${exportAwsMinified(policy)} ${JSON.stringify(worldKey(scenario))}`)}`
  const nodes = luaNodes(scenario, table, (value) => (type === 'TXT' ? withoutQuotes(value) : value))
  const passes = checkStates(policy, world)
  const policyRecords = inParts(nodes?.code ?? [])
  const includes = policyRecords.map((_, index) => `include('${policyName(index)}')`).join(' ')
  return `${header(scenario)}
$ORIGIN ${zone}
$TTL ${record.ttl.toString()}
@ 3600 IN SOA ns.invalid. hostmaster.invalid. 1 7200 900 1209600 60
@ 3600 IN NS ns.invalid.

; Rules of Route 53: the same in every zone from Catchment.
${LIBRARY_NAME} IN LUA LUA ${luaContent(LIBRARY)}
${checksRecord(nodes?.checks ?? [], checkUses(policy, livePolicy(policy)), passes, table)}
; The policy: table ${table}, of which every query begins with ${nodes?.start.slice(table.length) ?? 'nothing'}.
${(nodes?.legend ?? []).map((line) => `;   ${line}\n`).join('')}${policyRecords.map((code, index) => `${policyName(index)} IN LUA LUA ${luaContent([`local C = ${LIBRARY_TABLE}`, ...code])}\n`).join('')}
${absoluteName(record.name)} ${record.ttl.toString()} IN LUA ${type} ${luaContent([
    `;if not ${LIBRARY_TABLE} then include('${LIBRARY_NAME}') end`,
    `if not ${table} then ${table} = {} include('${CHECKS_NAME}') ${includes} end`,
    `return ${nodes === null ? '{}' : `${LIBRARY_TABLE}.answer(${nodes.start})`}`,
  ])}
`
}

/** Lines of code in parts that a record each can hold; one part at least. */
function inParts(code: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  let octets = 0
  for (const line of code) {
    octets += line.length
    if (octets > MOST_CODE) {
      parts.push([])
      octets = line.length
    }
    parts.at(-1)?.push(line)
  }
  return parts
}

/** PowerDNS puts the content of a TXT record from Lua into quotes: `"a" "b"` is handed over as `a" "b`. */
function withoutQuotes(value: string): string {
  return value.replace(/^"(.*)"$/s, '$1')
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

function checksRecord(
  checks: readonly string[],
  uses: ReadonlyMap<string, readonly string[]>,
  passes: (check: string) => boolean,
  table: string,
): string {
  const lines = checks.flatMap((check, index) => [
    `;   [${(index + 1).toString()}] ${comment(check)}`,
    ...(uses.get(check) ?? []).map((use) => `;         ${use}`),
  ])
  const functions = checks.map(
    (check, index) =>
      `${table}.c[${(index + 1).toString()}] = function() return ${passes(check).toString()} end`,
  )
  return `
; Health checks: put a test for each true or false. That a port answers is told by this, with the address twice since
; PowerDNS gives one address where none is up:  ifportup(443, {'192.0.2.1','192.0.2.1'}, {selector='all'})[2] ~= nil
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
