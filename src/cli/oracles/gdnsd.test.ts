import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { seededRandom } from '../../engine/random'
import { exportGdnsd, gdnsdConfig, gdnsdZone } from '../../formats/name-servers/gdnsd/config'
import { gdnsdLosses } from '../../formats/name-servers/gdnsd/losses'
import { DATABASE } from '../../formats/name-servers/gdnsd/maps'
import { type GdnsdResources, gdnsdResources } from '../../formats/name-servers/gdnsd/resources'
import { exampleScenarios } from '../../formats/testing/examples.fixtures'
import { runProgram } from '../../formats/testing/programs.fixtures'
import type { Scenario } from '../../scenario/scenario'
import { describeServer } from './describe-server.fixtures'
import { ask } from './dns-client.fixtures'
import { placesDatabase } from './mmdb.fixtures'
import { CHECKED, NESTED_BLOCKS, valueIn } from './own-scenarios.fixtures'
import { inEveryState, randomScenario } from './random-policies.fixtures'

const SEED = 6
const POLICIES = 200
const random = seededRandom(SEED)
const TYPES = ['A', 'AAAA', 'A', 'CNAME'] as const

/** Some of what gdnsd cannot say is in the range: whatever it declares lost is left out, and all the rest compared. */
const drawn: readonly Scenario[] = Array.from({ length: POLICIES }, (_, index) => {
  const isPlain = index % 4 !== 0
  const range = {
    bias: !isPlain,
    weightedRules: !isPlain,
    ruleChecks: !isPlain,
    latencies: !isPlain,
    manyValues: !isPlain,
    recordType: TYPES[Math.floor(index / 4) % TYPES.length] ?? 'A',
  }
  return randomScenario(random, range, `p${index.toString()}`)
})

// Distances come out alike by any latency that grows with them, so our estimate changes nothing here; and no client
// here tells fewer bits of its address than a block has.
const WITHOUT_EFFECT = ['loss/latency', 'loss/short-subnets']
const lossesOf = (scenario: Scenario) =>
  gdnsdLosses(scenario).filter(({ code, severity }) => severity !== 'note' && !WITHOUT_EFFECT.includes(code))
const scenarios = drawn
  .filter((scenario) => lossesOf(scenario).length === 0)
  .flatMap((scenario, index) => (index % 6 === 0 ? inEveryState(scenario) : [scenario]))

/** With those that are asked about by tests of their own. */
const parts = [...scenarios, NESTED_BLOCKS, CHECKED].flatMap(
  (scenario, index): (readonly [Scenario, GdnsdResources])[] => {
    const resources = gdnsdResources(scenario, `p${index.toString()}`)
    return resources ? [[scenario, resources]] : []
  },
)

function database(folder: string): void {
  mkdirSync(path.join(folder, 'geoip'), { recursive: true })
  mkdirSync(path.join(folder, 'zones'), { recursive: true })
  writeFileSync(path.join(folder, 'geoip', DATABASE), placesDatabase())
}

/** The folder of the running server. */
let running = ''

/** One configuration with all policies, and a zone file for each. */
function prepare(folder: string, port: number): readonly string[] {
  database(folder)
  running = folder
  const options = `options => { listen => [ 127.0.0.1:${port.toString()} ], run_dir => "${folder}/run", state_dir => "${folder}/state", udp_threads => 1, tcp_threads => 1 }\n`
  writeFileSync(path.join(folder, 'config'), options + gdnsdConfig(parts.map(([, resources]) => resources)))
  mkdirSync(path.join(folder, 'state', 'extfile'), { recursive: true })
  for (const [scenario, resources] of parts) {
    const zone = scenario.record.hostedZone ?? ''
    writeFileSync(path.join(folder, 'zones', zone), `${gdnsdZone(scenario, [[scenario, resources]])}\n`)
    for (const [name, lines] of resources.files) {
      writeFileSync(path.join(folder, 'state', 'extfile', name), `${lines.join('\n')}\n`)
    }
  }
  return ['-c', folder, 'start']
}

/** What the comments of the exported file hold, taken out as the file says. */
function takenOut(text: string, name: string): string {
  const mark = `#${name}| `
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []))
    .join('\n')
}

describe('the configurations of gdnsd', () => {
  it('declare losses of most kinds, and hold most policies without one', () => {
    expect(scenarios.length).toBeGreaterThan(200)
    const kinds = new Set(drawn.flatMap(lossesOf).map(({ code }) => code.replace('loss/', '')))
    expect([...kinds].toSorted()).toEqual([
      'bias',
      'latencies',
      'many-values',
      'rule-check',
      'weighted-rules',
    ])
  })
})

describeServer(
  {
    title: 'gdnsd',
    program: 'gdnsd',
    whatFor: 'the configurations of gdnsd, loaded and asked',
    scenarios,
    seed: SEED,
    prepare,
    ready: /DNS listeners started/,
  },
  (port) => {
    const answersOf = ({ record: { name, ttl } }: Scenario, network: string) =>
      ask({ port: port(), name, type: 'A', network, ttl }, 2)

    it('goes by the first address where a resolver tells fewer bits than a block has, as its loss says', async () => {
      expect(gdnsdLosses(NESTED_BLOCKS).map(({ code }) => code)).toEqual(['loss/short-subnets'])
      expect([...(await answersOf(NESTED_BLOCKS, '10.4.1.0/24'))]).toEqual([[valueIn(NESTED_BLOCKS, 'b'), 2]])
      expect([...(await answersOf(NESTED_BLOCKS, '10.4.0.0/16'))]).toEqual([[valueIn(NESTED_BLOCKS, 'a'), 2]])
    })

    it('follows a state that is changed in its file', async () => {
      const [name = ''] = parts.find(([scenario]) => scenario === CHECKED)?.[1].files.keys() ?? []
      const file = path.join(running, 'state', 'extfile', name)
      const [a, b] = [valueIn(CHECKED, 'a'), valueIn(CHECKED, 'b')]
      expect([...(await answersOf(CHECKED, '10.1.0.0/24'))]).toEqual([[a, 2]])
      writeFileSync(file, `${a} => DOWN\n`)
      await vi.waitFor(async () => expect([...(await answersOf(CHECKED, '10.1.0.0/24'))]).toEqual([[b, 2]]), {
        timeout: 15_000,
        interval: 300,
      })
    }, 20_000)

    it('finds nothing wrong with any exported file, losses or not', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'catchment-gdnsd-'))
      database(folder)
      const faults = [...exampleScenarios(), ...drawn.slice(0, 60)].flatMap((scenario) => {
        if (lossesOf(scenario).some(({ severity }) => severity === 'error')) return []
        const text = exportGdnsd(scenario)
        const zone = scenario.record.hostedZone ?? scenario.record.name
        writeFileSync(path.join(folder, 'config'), text)
        writeFileSync(path.join(folder, 'zones', zone), `${takenOut(text, 'zone')}\n`)
        const { status, stderr } = runProgram('gdnsd', ['-c', folder, 'checkconf'])
        rmSync(path.join(folder, 'zones', zone))
        if (status === 0) return []
        const lines = stderr.split('\n').filter((line) => /fatal|error/.test(line))
        return [`${scenario.name}: ${lines.join(' ')}`]
      })
      rmSync(folder, { recursive: true })
      expect(faults).toEqual([])
    }, 120_000)
  },
)
