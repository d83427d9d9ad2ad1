import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { distributionFor } from '../../engine/distribution'
import { loadAtlas } from '../../geo/load'
import { latitudeOfPixel, longitudeOfPixel, type RasterView } from '../../geo/raster-view'
import { parseIpPrefix } from '../../model/dns/ip-prefix'
import { UNMAPPED } from '../../model/query'
import { ALL_UP } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { cidr, geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { toClient } from '../../rules/client'
import { type ContestedInputs, createContestedClient } from './contested-client'
import type { ContestedAnswer, ContestedRequest } from './contested-protocol'
import { createContestedServer } from './contested-server'

const VIEW: RasterView = { zoom: 0, left: 0, top: 0, width: 256, height: 256 }

const policyWith = (bias: number) =>
  policyOf(geoproximity(['us-east-1', bias, to('west')], ['eu-central-1', 0, to('east')]))

function contested() {
  const events = new EventTarget()
  const answers: ContestedAnswer[] = []
  let done = Promise.resolve()
  const receive = createContestedServer({
    loadAtlas,
    post: (data) => events.dispatchEvent(new MessageEvent('message', { data })),
    pause: () => Promise.resolve(),
  })
  const client = createContestedClient(
    {
      addEventListener: events.addEventListener.bind(events),
      postMessage(request: ContestedRequest) {
        done = receive(structuredClone(request))
      },
      terminate: () => {},
    },
    (answer) => answers.push(answer),
  )
  function showPolicy(policy: Policy, changes: Partial<ContestedInputs> = {}): void {
    const { start } = policy
    client.show({ policy, world: ALL_UP, start, address: null, view: VIEW, ink: '#102030', ...changes })
  }
  return { show: (bias: number) => showPolicy(policyWith(bias)), showPolicy, answers, rest: () => done }
}

function pixelsOf(answer: ContestedAnswer | undefined): Uint32Array {
  if (answer?.kind !== 'hatched') throw new Error('nothing was hatched')
  return new Uint32Array(answer.painted.pixels)
}

describe('the hatching of contested places', () => {
  it('lies only where the two formulas answer differently, and over all such places', async () => {
    const { show, answers, rest } = contested()
    show(-60)
    await rest()
    const pixels = pixelsOf(answers[0])
    const [guide, map] = (['guide', 'map'] as const).map((negativeBias) =>
      compilePolicy(policyWith(-60), { ...ALL_UP, negativeBias }),
    )
    if (!guide || !map) throw new Error('two formulas make two policies')
    let [hatched, differing] = [0, 0]
    for (let y = 20; y < 236; y += 4) {
      for (let x = 0; x < 256; x++) {
        const coordinates = {
          latitude: latitudeOfPixel(y + 0.5, 0),
          longitude: longitudeOfPixel(x + 0.5, 0),
        }
        const client = toClient({ ...UNMAPPED, coordinates })
        const [a, b] = [guide, map].map((each) => distributionFor(each, client).endpoints[0]?.endpoint)
        if (a !== b) differing++
        if (pixels[y * 256 + x] === 0) continue
        hatched++
        expect(a).not.toBe(b)
      }
    }
    expect(differing).toBeGreaterThan(100)
    // Two lines in eight.
    expect(hatched / differing).toBeGreaterThan(0.2)
    expect(hatched / differing).toBeLessThan(0.3)
  })

  it('is empty where no bias is negative, and follows the newest of many requests', async () => {
    const { show, answers, rest } = contested()
    for (const bias of [-10, -30, 20]) show(bias)
    await rest()
    const last = answers.at(-1)
    expect(last?.id).toBe(3)
    expect(pixelsOf(last).every((pixel) => pixel === 0)).toBe(true)
  })

  it('is of the clients at the address that the map is painted for', async () => {
    const { showPolicy, answers, rest } = contested()
    const sites = geoproximity(['us-east-1', -60, to('west')], ['eu-central-1', 0, to('east')])
    const policy = policyOf(cidr(['office', ['198.51.100.0/24'], to(sites)], ['*', [], to('everybody-else')]))
    const view = { ...VIEW, left: 40, width: 64, top: 64, height: 64 }
    showPolicy(policy, { view, address: parseIpPrefix('198.51.100.7') })
    await rest()
    showPolicy(policy, { view })
    await rest()
    expect(answers.map((answer) => pixelsOf(answer).some((pixel) => pixel !== 0))).toEqual([true, false])
  })

  it('ends at the edge of the world', async () => {
    const { showPolicy, answers, rest } = contested()
    // Contested as far as the south pole.
    const policy = policyOf(geoproximity([[10, 0], 0, to('north')], [[-30, 0], -50, to('south')]))
    showPolicy(policy, { view: { ...VIEW, width: 16, top: 240, height: 40 } })
    await rest()
    const pixels = pixelsOf(answers[0])
    const isHatched = (row: number) => pixels.slice(row * 16, (row + 1) * 16).some((pixel) => pixel !== 0)
    expect(isHatched(15)).toBe(true)
    for (let row = 16; row < 40; row++) expect(isHatched(row)).toBe(false)
  })
})
