import { describe, expect, it, vi } from 'vitest'
import { loadAtlas } from '../../geo/load'
import type { RasterView } from '../../geo/raster-view'
import type { Target } from '../../model/address'
import { ALL_UP } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { failover, geolocation, geoproximity, policyOf, to, withKeys } from '../../policy/testing/policy-of'
import { policyDelta } from './coverage-delta'
import type { CoverageAnswer, CoverageRequest } from './coverage-protocol'
import { createCoverageServer } from './coverage-server'

const VIEW: RasterView = { zoom: 1, left: 200, top: 100, width: 64, height: 48 }
const WORLD = 512 * 512 * 4
const COLOURS: Readonly<Record<string, string>> = { europe: '#00ff00', rest: '#0000ff', spare: '#ff0000' }
const palette = {
  inks: new Map(
    Object.entries(COLOURS).map(([id, colour]) => [id, { colour, pattern: 'solid', isDown: false } as const]),
  ),
  edge: '#000000',
}
const policy = policyOf(
  geolocation(
    withKeys(to('europe'), { Continent: 'EU' }),
    withKeys(to(failover(to('rest', { HealthCheck: 'check' }), to('spare'))), { Country: '*' }),
  ),
)

const UNASKED = { address: null, ghost: false, spares: [] }

function first(id: number, changes: Partial<CoverageRequest> = {}): CoverageRequest {
  const whole = { policy: policyDelta(null, policy), world: ALL_UP, start: policy.start, view: VIEW, palette }
  return { id, ...whole, ...UNASKED, ...changes }
}

function next(id: number, changes: Partial<CoverageRequest>): CoverageRequest {
  const same = { policy: null, world: null, start: policy.start, view: null, palette: null }
  return { id, ...same, ...UNASKED, ...changes }
}

/** A server whose answers are collected; `atPause` is called each time it lets messages in. */
function server(atPause: (receive: (request: CoverageRequest) => Promise<void>) => void = () => {}) {
  const answers: CoverageAnswer[] = []
  const { receive, rehearse } = createCoverageServer({
    loadAtlas,
    post: (answer) => answers.push(answer),
    pause: async () => {
      await Promise.resolve()
      atPause(receive)
    },
    now: () => performance.now(),
    later: (_, run) => queueMicrotask(run),
  })
  return { answers, receive, rehearse }
}

/** Colours of a painted view by frequency. */
function coloursOf(answer: CoverageAnswer | undefined): ReadonlySet<string> {
  const bytes = new Uint8Array(answer && 'painted' in answer ? answer.painted.pixels : [])
  const colours = new Set<string>()
  for (let at = 0; at < bytes.length; at += 4) {
    colours.add(
      `#${[...bytes.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
    )
  }
  return colours
}

describe('the coverage server', () => {
  it('paints the view, then gives the shares and the small world', async () => {
    const { answers, receive } = server()
    await receive(first(1))
    expect(answers.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['painted 1', 'shares 1', 'world 1'])
    const [painted, shares, world] = answers
    expect(coloursOf(painted)).toEqual(new Set(['#00ff00', '#0000ff', '#000000']))
    expect(shares?.kind === 'shares' && shares.shares.shares.get('europe')).toBeGreaterThan(0.1)
    expect(world && 'painted' in world && world.painted.pixels.byteLength).toBe(WORLD)
  })

  it('follows a change of the policy, of the world and of the start', async () => {
    const { answers, receive } = server()
    await receive(first(1))
    const changed: Policy = { ...policy, rules: new Map([...policy.rules].filter(([id]) => id === 'geo-1')) }
    await receive(next(2, { policy: policyDelta(policy, changed) }))
    expect(coloursOf(answers[3]).has('#0000ff')).toBe(false)
    await receive(
      next(3, { policy: policyDelta(changed, policy), world: { ...ALL_UP, down: new Set(['rest']) } }),
    )
    expect(coloursOf(answers[6])).toEqual(new Set(['#00ff00', '#ff0000', '#000000']))
    const start: Target = { kind: 'endpoint', id: 'spare' }
    await receive(next(4, { start }))
    expect(coloursOf(answers[9])).toEqual(new Set(['#ff0000']))
  })

  it('does not work out shares and world again when only the view moves', async () => {
    const { answers, receive } = server()
    await receive(first(1))
    await receive(next(2, { view: { ...VIEW, left: 210 } }))
    expect(answers.slice(3).map(({ kind }) => kind)).toEqual(['painted'])
  })

  it('answers the newest of many requests and drops the others', async () => {
    const { answers, receive } = server()
    void receive(first(1))
    for (let id = 2; id < 50; id++) void receive(next(id, { world: { ...ALL_UP, down: new Set([`${id}`]) } }))
    await receive(next(50, {}))
    expect(answers.filter(({ kind }) => kind === 'painted').map(({ id }) => id)).toEqual([50])
  })

  it('gives the shares only when a moving slider rests, and then at once', async () => {
    const waits: (() => void)[] = []
    const answers: CoverageAnswer[] = []
    const { receive } = createCoverageServer({
      loadAtlas,
      post: (answer) => answers.push(answer),
      pause: () => Promise.resolve(),
      // A clock that stands still: every request comes right after the last shares.
      now: () => 0,
      later: (_, run) => waits.push(run),
    })
    await receive(first(1))
    const moving = receive(next(2, { world: { ...ALL_UP, down: new Set(['a']) } }))
    await vi.waitFor(() => expect(waits).toHaveLength(1))
    void receive(next(3, { world: { ...ALL_UP, down: new Set(['b']) } }))
    await vi.waitFor(() => expect(waits).toHaveLength(2))
    waits[1]?.()
    await moving
    expect(answers.slice(3).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'painted 2',
      'painted 3',
      'shares 3',
      'world 3',
    ])
  })

  it('works out the shares between the ticks of a slider that moves on', async () => {
    const answers: CoverageAnswer[] = []
    let clock = 0
    let sent = 1
    const tick = { ...policy, rules: new Map([...policy.rules].map(([id, rule]) => [id, { ...rule }])) }
    const { receive } = createCoverageServer({
      loadAtlas,
      post: (answer) => answers.push(answer),
      pause: async () => {
        await Promise.resolve()
        if (answers.length > 0 && sent < 4) void receive(next(++sent, { policy: policyDelta(policy, tick) }))
      },
      // Each look at the clock is as long as a step of the shares may take.
      now: () => (clock += 2),
      later: (_, run) => queueMicrotask(run),
    })
    await receive(first(1))
    expect(answers.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      // The second tick came in the middle of a step of the shares, and the third before its end.
      'painted 1',
      'painted 3',
      'painted 4',
      // Those that were begun with the first tick, and those of the last.
      'shares 4',
      'shares 4',
      'world 4',
    ])
  })

  it('drops a view that is no longer wanted while it is being made', async () => {
    let asked = 0
    const { answers, receive } = server((send) => {
      if (asked === 0) void send(next(++asked + 1, { view: { ...VIEW, left: 300 } }))
    })
    await receive(first(1, { view: { zoom: 2, left: 0, top: 0, width: 1024, height: 1024 } }))
    const painted = answers.flatMap((answer) => (answer.kind === 'painted' ? [answer.painted.view.left] : []))
    expect(painted).toEqual([300])
  })

  it('says so when the shapes of the world cannot be loaded, and tries again at the next request', async () => {
    const answers: CoverageAnswer[] = []
    let offline = true
    const { receive } = createCoverageServer({
      loadAtlas: () => (offline ? Promise.reject(new Error('offline')) : loadAtlas()),
      post: (answer) => answers.push(answer),
      pause: () => Promise.resolve(),
      now: () => performance.now(),
      later: (_, run) => queueMicrotask(run),
    })
    await receive(first(1))
    expect(answers).toEqual([{ kind: 'failed', id: 1, reason: 'offline' }])
    offline = false
    await receive(next(2, {}))
    expect(answers[1]?.kind).toBe('painted')
  })

  it('gives the borders before a change when they are asked for, dashed on nothing', async () => {
    const { answers, receive } = server()
    await receive(first(1))
    await receive(next(2, { world: { ...ALL_UP, checks: new Map([['check', 'unhealthy']]) }, ghost: true }))
    const kinds = answers.filter(({ id }) => id === 2).map(({ kind }) => kind)
    expect(kinds.slice(0, 2)).toEqual(['ghost', 'painted'])
    const ghost = answers.find(({ kind }) => kind === 'ghost')
    const pixels = new Uint32Array(ghost && 'painted' in ghost ? ghost.painted.pixels : new ArrayBuffer(0))
    expect(new Set(pixels)).toEqual(new Set([0, 0xff000000]))
  })

  it('paints into the memory that it is given back', async () => {
    const { answers, receive } = server()
    await receive(first(1))
    const spare = new ArrayBuffer(VIEW.width * VIEW.height * 4)
    const tooSmall = new ArrayBuffer(4)
    const changes = { world: { ...ALL_UP, checks: new Map([['check', 'unhealthy'] as const]) } }
    await receive(next(2, { ...changes, spares: [spare, tooSmall] }))
    const painted = answers.find(({ id, kind }) => id === 2 && kind === 'painted')
    expect(painted && 'painted' in painted && painted.painted.pixels === spare).toBe(true)
    expect(new Uint32Array(spare).some((pixel) => pixel !== 0)).toBe(true)
  })
})

describe('the rehearsal of a drag', () => {
  const sites = policyOf(geoproximity(['us-east-1', 0, to('europe')], ['eu-west-1', 0, to('rest')]))
  const sitesFirst = first(1, { policy: policyDelta(null, sites), start: sites.start })

  /** A server that lets messages in after each step, whose clock is the number of times it was asked. */
  function slowServer() {
    const answers: CoverageAnswer[] = []
    let time = 0
    let pauses = 0
    let atPause = () => {}
    const made = createCoverageServer({
      loadAtlas,
      post: (answer) => answers.push(answer),
      pause: async () => {
        pauses++
        await Promise.resolve()
        atPause()
      },
      now: () => (time += 100),
      later: (_, run) => queueMicrotask(run),
    })
    const whenPaused = (run: () => void) => {
      atPause = run
    }
    return { answers, ...made, whenPaused, pauses: () => pauses }
  }

  it('runs once for a rule with biases, without an answer, and leaves what follows as it would be', async () => {
    const slow = slowServer()
    const other = server()
    for (const { receive } of [slow, other]) await receive(sitesFirst)
    const before = slow.pauses()
    await slow.rehearse('geoproximity-1')
    const steps = slow.pauses() - before
    expect(steps).toBeGreaterThan(50)
    await slow.rehearse('geoproximity-1')
    expect(slow.pauses() - before).toBe(steps)
    expect(slow.answers).toHaveLength(3)
    const down = next(2, { start: sites.start, world: { ...ALL_UP, down: new Set(['rest']) } })
    for (const { receive } of [slow, other]) await receive(down)
    expect(coloursOf(slow.answers[3])).toEqual(coloursOf(other.answers[3]))
  })

  it('does nothing for a rule without biases', async () => {
    const slow = slowServer()
    await slow.receive(first(1))
    const before = slow.pauses()
    await slow.rehearse('geo-1')
    expect(slow.pauses()).toBe(before)
  })

  it('lets what is asked for meanwhile go first', async () => {
    const slow = slowServer()
    await slow.receive(sitesFirst)
    const before = slow.pauses()
    let pausesWhenPainted = 0
    slow.whenPaused(() => {
      slow.whenPaused(() => {})
      void slow.receive(next(2, { start: sites.start, view: { ...VIEW, left: 210 } })).then(() => {
        pausesWhenPainted = slow.pauses() - before
      })
    })
    await slow.rehearse('geoproximity-1')
    expect(slow.answers[3]?.kind).toBe('painted')
    expect(slow.pauses() - before - pausesWhenPainted).toBeGreaterThan(50)
  })
})
