import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../engine/random'
import { powerdnsLosses } from '../../formats/name-servers/powerdns/losses'
import { exportPowerdns } from '../../formats/name-servers/powerdns/zone'
import { zoneOf } from '../../formats/name-servers/zone-of'
import { AWKWARD_SCENARIO } from '../../formats/testing/awkward.fixtures'
import { exampleScenarios } from '../../formats/testing/examples.fixtures'
import { hasProgram, runProgram } from '../../formats/testing/programs.fixtures'
import type { Scenario } from '../../scenario/scenario'
import { placesDatabase } from './mmdb.fixtures'
import { randomScenario } from './random-policies.fixtures'
import { type RunningServer, startServer } from './servers.fixtures'
import { compareAll, told } from './trial.fixtures'
import { WRONG_ENGINES } from './wrong-engines.fixtures'

const SEED = 5
const POLICIES = 70
const WHOLE_RANGE = { bias: true, weightedRules: true, ruleChecks: true, latencies: true, manyValues: false }

const random = seededRandom(SEED)
const scenarios: readonly Scenario[] = Array.from({ length: POLICIES }, (_, index) =>
  randomScenario(random, WHOLE_RANGE, `p${index.toString()}`),
)

/** Writes every zone, and a configuration that serves them all. */
function prepare(folder: string, port: number, served = scenarios): readonly string[] {
  mkdirSync(path.join(folder, 'zones'))
  writeFileSync(path.join(folder, 'City.mmdb'), placesDatabase())
  writeFileSync(path.join(folder, 'geo.yaml'), 'domains: []\n')
  const zones = served.map((scenario, index) => {
    const zone = zoneOf(scenario)
    const file = path.join(folder, 'zones', index.toString())
    writeFileSync(file, exportPowerdns(scenario))
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

const isThere = hasProgram('pdns_server', 'the zones for PowerDNS, loaded and asked')

const warningsIn = (text: string) =>
  text.split('\n').flatMap((line) => (/\[(?:Error|Warning)\]/.test(line) ? [line.slice(0, 200)] : []))

describe('the zones for PowerDNS', () => {
  it('declare no loss but that of AWS’s own table of latencies', () => {
    const losses = scenarios.flatMap(powerdnsLosses).filter(({ severity }) => severity !== 'note')
    expect(new Set(losses.map(({ code }) => code))).toEqual(new Set(['loss/latency']))
  })
})

describe.runIf(isThere)('PowerDNS', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ program: 'pdns_server', prepare, ready: /ready to distribute/ })
  })
  afterAll(() => server.stop())

  it('finds nothing wrong with any zone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'catchment-pdnsutil-'))
    const [config = ''] = prepare(folder, 1, [...exampleScenarios(), AWKWARD_SCENARIO, ...scenarios])
    const checked = runProgram('pdnsutil', [config, 'check-all-zones'])
    rmSync(folder, { recursive: true })
    expect(checked.status).toBe(0)
    expect(checked.stdout + checked.stderr).toContain(', 0 had errors.')
    expect(warningsIn(checked.stdout + checked.stderr)).toEqual([])
  })

  it(`answers as the engine does in ${POLICIES.toString()} random policies, seed ${SEED.toString()}`, async () => {
    const trial = await compareAll(scenarios, server.port)
    console.log(`PowerDNS: ${told(trial)}`)
    expect(trial.faults).toEqual([])
    expect(Math.abs(trial.pooled)).toBeLessThan(4)
    expect(trial.points).toBeGreaterThan(900)
  }, 120_000)

  it.each(WRONG_ENGINES)(
    'is told apart from an engine that %s',
    async (_, engine) => {
      const trial = await compareAll(scenarios, server.port, engine)
      expect(trial.faults.length > 0 || trial.pooled > 4).toBe(true)
    },
    120_000,
  )
})
