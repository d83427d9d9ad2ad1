import { describe, expect, it } from 'vitest'
import { AWKWARD_SCENARIO } from '../../formats/testing/awkward.fixtures'
import { exampleScenarios } from '../../formats/testing/examples.fixtures'
import { multivalue, policyOf, to } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'
import { askForProof } from './proof-client'
import { type ProofAnswer, type ProofRequest, prove } from './proof-server'

/** A client and a server that talk through a worker's port, everything copied on the way as between threads. */
function asked(format: string, scenario: Scenario, isHeld = false) {
  const events = new EventTarget()
  const answers: ProofAnswer[] = []
  const held: ProofAnswer[] = []
  let isEnded = false
  const send = (answer: ProofAnswer) =>
    events.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }))
  const end = askForProof(
    {
      addEventListener: events.addEventListener.bind(events),
      postMessage: (request: ProofRequest) =>
        prove(structuredClone(request), (answer) => void (isHeld ? held.push(answer) : send(answer))),
      terminate: () => {
        isEnded = true
      },
    },
    format,
    scenario,
    (answer) => answers.push(answer),
  )
  return { answers, end, release: () => held.forEach(send), isEnded: () => isEnded, events }
}

const kindsOf = (answers: readonly ProofAnswer[]) => [...new Set(answers.map(({ kind }) => kind))]

describe('a proof in a worker', () => {
  it('tells how far it is, then the result, and ends its worker', () => {
    const scenario = exampleScenarios().find(({ policy }) =>
      [...policy.rules.values()].some(({ type }) => type === 'geoproximity'),
    )
    const { answers, isEnded } = asked('records', scenario ?? AWKWARD_SCENARIO)
    expect(kindsOf(answers)).toEqual(['progress', 'proof'])
    const parts = answers.flatMap((answer) => (answer.kind === 'progress' ? [answer.done] : []))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(answers.at(-1)).toMatchObject({ result: { kind: 'equal' } })
    expect(isEnded()).toBe(true)
  })

  it('gives the case in which the written text answers otherwise', () => {
    const policy = policyOf(multivalue(to('site'), to('cdn')), { endpointTypes: { cdn: 'cloudfront' } })
    const { answers } = asked('records', scenarioOf(policy))
    expect(answers.at(-1)).toMatchObject({ kind: 'proof', result: { kind: 'different' } })
  })

  it('says that a format cannot be read again, and that a worker could not be started', () => {
    expect(asked('mermaid', AWKWARD_SCENARIO).answers).toEqual([{ kind: 'unreadable' }])
    const { answers, events, release } = asked('records', AWKWARD_SCENARIO, true)
    events.dispatchEvent(Object.assign(new Event('error'), { message: '' }))
    release()
    expect(answers).toEqual([
      { kind: 'failed', reason: 'The worker that compares answers could not be started.' },
    ])
  })

  it('answers nothing more once it is cancelled', () => {
    const { answers, end, release, isEnded } = asked('records', AWKWARD_SCENARIO, true)
    end()
    release()
    expect(answers).toEqual([])
    expect(isEnded()).toBe(true)
  })
})
