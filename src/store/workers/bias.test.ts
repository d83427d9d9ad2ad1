import { describe, expect, it } from 'vitest'
import { demandShares } from '../../analysis/shares'
import { smallDemand } from '../../analysis/testing/small-demand'
import { withBiases } from '../../analysis/tuning/bias-locations'
import { compilePolicy } from '../../engine/compile'
import { ALL_UP } from '../../model/world'
import { geolocation, geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { createBiasClient } from './bias-client'
import type { BiasJob, BiasQuestion, BiasReply } from './bias-protocol'
import { createBiasServer } from './bias-server'
import type { TuningInputs } from './tuning-client'

const RULE = 'geoproximity-1'

/** Ashburn with a bias beside Frankfurt and Mumbai. */
function state(bias = 0): TuningInputs {
  const sites = geoproximity(
    ['us-east-1', bias, to('west')],
    ['eu-central-1', 0, to('europe')],
    ['ap-south-1', 0, to('asia')],
  )
  return { policy: policyOf(sites), world: ALL_UP, demand: null }
}

/** A client whose worker is a server on this thread. */
function biases(loadDemand = () => Promise.resolve(smallDemand())) {
  const events = new EventTarget()
  const questions: BiasQuestion[] = []
  let done = Promise.resolve()
  const receive = createBiasServer({
    loadDemand,
    post: (data) => events.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })),
    pause: () => Promise.resolve(),
    now: () => 0,
  })
  const client = createBiasClient({
    addEventListener: events.addEventListener.bind(events),
    postMessage(question: BiasQuestion) {
      questions.push(question)
      done = receive(structuredClone(question))
    },
    terminate: () => {},
  })
  return { client, questions, rest: () => done, fail: () => events.dispatchEvent(new Event('error')) }
}

async function repliesTo(about: TuningInputs, job: BiasJob): Promise<readonly BiasReply[]> {
  const { client, rest } = biases()
  const replies: BiasReply[] = []
  client.ask(about, job, (reply) => replies.push(reply))
  await rest()
  return replies
}

function last<K extends BiasReply['kind']>(replies: readonly BiasReply[], kind: K) {
  const reply = replies.at(-1)
  if (reply?.kind !== kind) throw new Error(`the last reply is no ${kind} but ${reply?.kind}`)
  // The kind was just compared, but the compiler does not narrow by a type parameter.
  return reply as Extract<BiasReply, { kind: K }>
}

const TARGET = { endpoint: 'europe', least: 0.4, most: 0.4 }

describe('questions about biases, worked out beside the page', () => {
  it('are answered with biases for target shares, and tell of progress', async () => {
    const replies = await repliesTo(state(), {
      kind: 'tune',
      request: { rule: RULE, targets: [TARGET], limits: new Map() },
    })
    expect(replies[0]?.kind).toBe('progress')
    const { tuned } = last(replies, 'tuned')
    expect(tuned?.locations.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(tuned?.after.shares.get('europe')).toBeCloseTo(tuned?.targets[0]?.share ?? 0)
    expect(tuned?.maxError).toBeLessThan(0.03)
    const total = [...(tuned?.after.shares.values() ?? [])].reduce((sum, share) => sum + share, 0)
    expect(total + (tuned?.after.nodata ?? 0)).toBeCloseTo(1)
  })

  it('are answered with the curve of each location, the present share on it', async () => {
    const replies = await repliesTo(state(), { kind: 'curves', rule: RULE, leastJump: 0.03 })
    const curves = replies.flatMap((reply) => (reply.kind === 'curve' ? [reply] : []))
    expect(curves.map(({ isLast }) => isLast)).toEqual([false, false, true])
    const shares = curves.map(({ curve }) => curve.shares[99] ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    const cliff = curves[0]?.curve.cliffs[0]
    expect(cliff?.moves[0]?.places).toMatch(/\p{L}/u)
    const branches = curves.map(({ curve }) => curve.branch)
    expect(branches.slice(1)).toContain(cliff?.moves[0]?.from)
    expect(cliff?.moves.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(cliff?.share ?? 0)
  })

  it('are answered with a rollout whose last version has the biases asked for', async () => {
    const replies = await repliesTo(state(), {
      kind: 'rollout',
      rule: RULE,
      goal: [40, 0, -20],
      mostMoved: 0.1,
    })
    const { rollout } = last(replies, 'rolled-out')
    expect(rollout?.complete).toBe(true)
    expect(rollout?.steps.at(-1)?.biases).toEqual([40, 0, -20])
    for (const { moved, tooSteep } of rollout?.steps ?? []) expect(moved <= 0.1 || tooSteep).toBe(true)
  })

  it('tell for each version of a rollout what the engine gives', async () => {
    const about = state()
    const goal = [40, -15, -20]
    const replies = await repliesTo(about, { kind: 'rollout', rule: RULE, goal, mostMoved: 0.1 })
    for (const { biases: version, shares } of last(replies, 'rolled-out').rollout?.steps ?? []) {
      const compiled = compilePolicy(withBiases(about.policy, RULE, version), about.world)
      const expected = demandShares(compiled, smallDemand())
      for (const [endpoint, share] of expected.shares) {
        expect(shares.shares.get(endpoint)).toBeCloseTo(share, 10)
      }
      expect(shares.nodata).toBeCloseTo(expected.nodata, 10)
    }
  })

  it('are answered with biases by which a place goes elsewhere', async () => {
    const place = { coordinates: { latitude: 6.45, longitude: 3.39 }, country: 'NG', subdivision: null }
    const about = state()
    const branch = about.policy.rules.get(RULE)?.branches[0]?.id ?? ''
    const { pull } = last(await repliesTo(about, { kind: 'pull', rule: RULE, branch, place }), 'pulled')
    expect(pull?.reached).toBe(true)
    expect(pull?.changed.length).toBeGreaterThan(0)
  })

  it('are answered with what the two formulas for negative biases disagree on', async () => {
    const none = last(await repliesTo(state(), { kind: 'contested' }), 'contested')
    expect(none.lines).toEqual([])
    const { lines, share } = last(await repliesTo(state(-80), { kind: 'contested' }), 'contested')
    expect(share).toBeGreaterThan(0)
    expect(lines[0]).toMatchObject({ guide: 'west' })
    expect(lines[0]?.places).toMatch(/\p{L}/u)
  })

  it('find nothing on a rule that clients do not reach or that has no biases', async () => {
    const about = {
      policy: policyOf(geolocation(to('all', { IsDefault: true }))),
      world: ALL_UP,
      demand: null,
    }
    const job: BiasJob = { kind: 'rollout', rule: 'geo-1', goal: [], mostMoved: 0.1 }
    expect(last(await repliesTo(about, job), 'rolled-out').rollout).toBeNull()
  })

  it('of one kind are answered only when newest, the more urgent kinds first, and only changes are sent', async () => {
    const { client, questions, rest } = biases()
    const heard: string[] = []
    const listen = (name: string) => (reply: BiasReply) => heard.push(`${name} ${reply.kind}`)
    const about = state()
    client.ask(about, { kind: 'curves', rule: RULE, leastJump: 0.03 }, listen('old'))
    client.ask(about, { kind: 'curves', rule: RULE, leastJump: 0.03 }, listen('new'))
    client.ask(about, { kind: 'contested' }, listen('new'))
    await rest()
    expect(heard).toEqual(['new contested', 'new curve', 'new curve', 'new curve'])
    expect(questions.map(({ policy, world }) => policy === null && world === null)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('are about the state that they were asked with, whatever is asked after them', async () => {
    const { client, rest } = biases()
    const shares: (number | undefined)[] = []
    const goal = [90, 0, 0]
    client.ask(state(), { kind: 'rollout', rule: RULE, goal, mostMoved: 1 }, (reply) => {
      if (reply.kind === 'rolled-out') shares.push(reply.rollout?.steps.length)
    })
    client.ask(state(90), { kind: 'contested' }, () => {})
    await rest()
    expect(shares).toEqual([1])
  })

  it('that nobody waits for any more are not replied to', async () => {
    const { client, rest } = biases()
    const heard: BiasReply[] = []
    client.ask(state(-80), { kind: 'contested' }, (reply) => heard.push(reply))()
    await rest()
    expect(heard).toEqual([])
  })

  it('say why they have no answer, and can be asked again', async () => {
    let offline = true
    const { client, rest, fail } = biases(() =>
      offline ? Promise.reject(new Error('offline')) : Promise.resolve(smallDemand()),
    )
    const heard: BiasReply[] = []
    const ask = () => client.ask(state(-80), { kind: 'contested' }, (reply) => heard.push(reply))
    ask()
    await rest()
    expect(heard).toEqual([{ id: 1, kind: 'failed', reason: 'offline' }])
    offline = false
    ask()
    await rest()
    expect(heard[1]?.kind).toBe('contested')
    ask()
    fail()
    expect(heard[2]).toMatchObject({ id: 3, kind: 'failed' })
  })

  it('that are answered hear nothing of what goes wrong later', async () => {
    const { client, rest, fail } = biases()
    const heard: string[] = []
    client.ask(state(), { kind: 'contested' }, ({ kind }) => heard.push(kind))
    client.ask(state(), { kind: 'curves', rule: RULE, leastJump: 0.03 }, ({ kind }) => heard.push(kind))
    await rest()
    fail()
    expect(heard).toEqual(['contested', 'curve', 'curve', 'curve'])
  })
})
