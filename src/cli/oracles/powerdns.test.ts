import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { seededRandom } from '../../engine/random'
import { powerdnsLosses } from '../../formats/name-servers/powerdns/losses'
import { exportPowerdns } from '../../formats/name-servers/powerdns/zone'
import { zoneOf } from '../../formats/name-servers/zone-of'
import { AWKWARD_SCENARIO } from '../../formats/testing/awkward.fixtures'
import { exampleScenarios } from '../../formats/testing/examples.fixtures'
import { runProgram } from '../../formats/testing/programs.fixtures'
import { isRecordType, RECORD_TYPES } from '../../model/dns/record-types'
import { readable } from '../../model/field'
import { failover, multivalue, to, weighted } from '../../policy/testing/policy-of'
import type { Scenario } from '../../scenario/scenario'
import { describeServer } from './describe-server.fixtures'
import { ask } from './dns-client.fixtures'
import { placesDatabase } from './mmdb.fixtures'
import { CHECKED, NESTED_BLOCKS, named, valueIn } from './own-scenarios.fixtures'
import { inEveryState, randomScenario } from './random-policies.fixtures'

const SEED = 5
const POLICIES = 70
const WHOLE_RANGE = { bias: true, weightedRules: true, ruleChecks: true, latencies: true, manyValues: false }
/** Half of the policies are of addresses, and the others of each type in turn. */
const TYPES = Object.keys(RECORD_TYPES).filter(isRecordType)

const random = seededRandom(SEED)
const drawn: readonly Scenario[] = Array.from({ length: POLICIES }, (_, index) => {
  const recordType = index % 2 === 0 ? 'A' : (TYPES[((index - 1) / 2) % TYPES.length] ?? 'A')
  return randomScenario(random, { ...WHOLE_RANGE, recordType }, `p${index.toString()}`)
})
const scenarios = drawn.flatMap((scenario, index) => (index % 5 === 0 ? inEveryState(scenario) : [scenario]))

const ELEVEN = Array.from({ length: 11 }, (_, index) => `e${index.toString()}`)

/** What is asked about by tests of its own. */
const MANY_VALUES = named('many', multivalue(...ELEVEN.map((id) => to(id, { HealthCheck: `check-${id}` }))))
/** One checked rule below two branches of a rule that stands below another: its check decides in several places. */
const SHARED = failover(to('a', { HealthCheck: 'check' }), to('b', { HealthCheck: 'check' }))
const COUNTED = named(
  'counted',
  failover(
    to(
      weighted(
        [1, to(SHARED, { EvaluateTargetHealth: true })],
        [2, to(SHARED, { EvaluateTargetHealth: true })],
      ),
      {
        EvaluateTargetHealth: true,
      },
    ),
    to('c'),
  ),
)

/** The zone with a check that counts its calls, and no answer where one query makes more than one. */
function withCountedCheck(zone: string): string {
  return zone
    .replace('c[1] = function() return true end', 'c[1] = function() calls = calls + 1 return true end')
    .replace(
      /return (\w+\.answer\(.*\))"/,
      'calls = 0 local r = $1 if calls ~= 1 then return {} end return r"',
    )
}

/** Where nothing listens until a test does; the server itself is on another address. */
const LISTENER = '127.0.7.1'

/** The zone with its check connected, in the way that its comment tells. */
function withRealCheck(zone: string, port: number): string {
  const advice = /ifportup\(443, .* ~= nil/.exec(zone)?.[0] ?? ''
  const check = advice.replace('443', port.toString()).replaceAll('192.0.2.1', LISTENER)
  return zone.replace('c[1] = function() return true end', `c[1] = function() return ${check} end`)
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).on('error', reject)
    server.listen(port, LISTENER, () => resolve(server))
  })
}

/** Writes every zone, and a configuration that serves them all. */
function prepare(folder: string, port: number, served: readonly Scenario[]): readonly string[] {
  mkdirSync(path.join(folder, 'zones'))
  writeFileSync(path.join(folder, 'City.mmdb'), placesDatabase())
  writeFileSync(path.join(folder, 'geo.yaml'), 'domains: []\n')
  const zones = served.map((scenario, index) => {
    const zone = zoneOf(scenario)
    const file = path.join(folder, 'zones', index.toString())
    const text = exportPowerdns(scenario)
    const changed = new Map([
      [CHECKED, () => withRealCheck(text, port)],
      [COUNTED, () => withCountedCheck(text)],
    ])
    writeFileSync(file, changed.get(scenario)?.() ?? text)
    return `zone "${zone}" { type master; file "${file}"; };\n`
  })
  writeFileSync(path.join(folder, 'named.conf'), zones.join(''))
  writeFileSync(
    path.join(folder, 'pdns.conf'),
    `launch=bind,geoip
bind-config=${folder}/named.conf
geoip-database-files=mmdb:${folder}/City.mmdb
geoip-zones-file=${folder}/geo.yaml
local-address=127.0.0.1
local-port=${port.toString()}
enable-lua-records=shared
lua-records-exec-limit=0
lua-health-checks-interval=1
edns-subnet-processing=yes
socket-dir=${folder}
daemon=no
guardian=no
receiver-threads=1
cache-ttl=0
query-cache-ttl=0
negquery-cache-ttl=0
security-poll-suffix=
`,
  )
  return [`--config-dir=${folder}`]
}

const warningsIn = (text: string) =>
  text.split('\n').flatMap((line) => (/\[(?:Error|Warning)\]/.test(line) ? [line.slice(0, 200)] : []))

describe('the zones for PowerDNS', () => {
  it('declare no loss but that of AWS’s own table of latencies', () => {
    const losses = scenarios.flatMap(powerdnsLosses).filter(({ severity }) => severity !== 'note')
    expect(new Set(losses.map(({ code }) => code))).toEqual(new Set(['loss/latency']))
  })
})

describeServer(
  {
    title: 'PowerDNS',
    program: 'pdns_server',
    whatFor: 'the zones for PowerDNS, loaded and asked',
    scenarios,
    seed: SEED,
    prepare: (folder, port) =>
      prepare(folder, port, [...scenarios, MANY_VALUES, NESTED_BLOCKS, CHECKED, COUNTED, AWKWARD_SCENARIO]),
    ready: /ready to distribute/,
  },
  (port) => {
    it('finds nothing wrong with any zone', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'catchment-pdnsutil-'))
      const [config = ''] = prepare(folder, 1, [...exampleScenarios(), AWKWARD_SCENARIO, ...scenarios])
      const checked = runProgram('pdnsutil', [config, 'check-all-zones'])
      rmSync(folder, { recursive: true })
      expect(checked.status).toBe(0)
      expect(checked.stdout + checked.stderr).toContain(', 0 had errors.')
      expect(warningsIn(checked.stdout + checked.stderr)).toEqual([])
    })

    it('answers with eight of eleven healthy values, each as often as the others', async () => {
      const { name, ttl } = MANY_VALUES.record
      const asked = 5000
      const counts = await ask({ port: port(), name, type: 'A', network: '10.1.0.0/24', ttl }, asked)
      const answers = [...counts].flatMap(([answer, times]) =>
        answer.split(' ').map((value) => ({ value, times })),
      )
      const sizes = new Set([...counts.keys()].map((answer) => new Set(answer.split(' ')).size))
      expect(sizes).toEqual(new Set([8]))
      const spread = Math.sqrt(asked * (8 / 11) * (3 / 11))
      for (const id of ELEVEN) {
        const value = valueIn(MANY_VALUES, id)
        const times = answers
          .filter((each) => each.value === value)
          .reduce((sum, each) => sum + each.times, 0)
        // Five standard deviations: once in 160,000 runs for the eleven of them.
        expect(Math.abs(times - asked * (8 / 11))).toBeLessThan(5 * spread)
      }
    })

    it.each([
      ['the longest block that holds all of the network', '10.4.0.0/24', 'a'],
      ['a wider block where the resolver tells fewer bits', '10.4.0.0/16', 'b'],
      ['the default where the resolver tells too few', '10.0.0.0/7', 'c'],
    ])('goes by %s', async (_, network, endpoint) => {
      const { name, ttl } = NESTED_BLOCKS.record
      const counts = await ask({ port: port(), name, type: 'A', network, ttl }, 4)
      expect([...counts]).toEqual([[valueIn(NESTED_BLOCKS, endpoint), 4]])
    })

    it('goes by the resolver’s address where none is told, whatever the query before told', async () => {
      const { name, ttl } = NESTED_BLOCKS.record
      const question = { port: port(), name, type: 'A', ttl }
      await ask({ ...question, network: '10.4.0.0/24' }, 20)
      expect([...(await ask(question, 20))]).toEqual([[valueIn(NESTED_BLOCKS, 'c'), 20]])
    })

    it('gives back every character of a text, at a wildcard too', async () => {
      const { policy, record } = AWKWARD_SCENARIO
      const question = { port: port(), name: 'any.example.com', type: 'TXT', ttl: record.ttl }
      const counts = await ask({ ...question, network: '10.1.0.0/24' }, 100)
      // An answer is read octet by octet.
      const octets = [...policy.endpoints.values()].map(({ value }) =>
        Buffer.from(readable(value) ?? '').toString('latin1'),
      )
      expect([...counts.keys()].toSorted()).toEqual(octets.toSorted())
    })

    it('asks a check once in a query, however often it decides', async () => {
      const { name, ttl } = COUNTED.record
      const counts = await ask({ port: port(), name, type: 'A', network: '10.1.0.0/24', ttl }, 50)
      expect([...counts]).toEqual([[valueIn(COUNTED, 'a'), 50]])
    })

    it('follows a health check that is connected as the comment in the file tells', async () => {
      const { name, ttl } = CHECKED.record
      const answers = async (endpoint: string) => {
        const counts = await ask({ port: port(), name, type: 'A', network: '10.1.0.0/24', ttl }, 2)
        expect([...counts]).toEqual([[valueIn(CHECKED, endpoint), 2]])
      }
      await answers('b')
      const server = await listen(port())
      await vi.waitFor(() => answers('a'), { timeout: 10_000, interval: 200 })
      await new Promise((resolve) => server.close(resolve))
      await vi.waitFor(() => answers('b'), { timeout: 10_000, interval: 200 })
    }, 30_000)
  },
)
