import { describe, expect, it } from 'vitest'
import { exportAws } from '../formats/aws'
import { askToOpen } from './opening-client'
import { answerOpening, type OpeningAnswer, type OpeningRequest } from './opening-server'

const SOUND =
  '{"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartEndpoint": "a", "Endpoints": {"a": {"Type": "value", "Value": "192.0.2.1"}}}'

/** A client and a server that talk through a worker's port, everything copied on the way as between threads. */
function asked(request: OpeningRequest) {
  const events = new EventTarget()
  const answers: OpeningAnswer[] = []
  const held: OpeningAnswer[] = []
  let isEnded = false
  const end = askToOpen(
    {
      addEventListener: events.addEventListener.bind(events),
      postMessage: (sent: OpeningRequest) => void held.push(answerOpening(structuredClone(sent))),
      terminate: () => {
        isEnded = true
      },
    },
    request,
    (answer) => answers.push(answer),
  )
  const release = () =>
    held.forEach((answer) =>
      events.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) })),
    )
  return { answers, end, release, isEnded: () => isEnded, events }
}

describe('reading a text in a worker', () => {
  it('opens what the text holds, with its characters, and ends the worker', () => {
    const { answers, release, isEnded } = asked({ what: 'open', text: SOUND, name: null })
    release()
    const [answer] = answers
    const opened = answer?.kind === 'opened' && answer.result.ok ? answer.result.value : null
    expect(opened?.kind === 'policy' && exportAws(opened.policy)).toBe(SOUND)
    expect(isEnded()).toBe(true)
  })

  it('says why it cannot be opened, and whether it could be repaired', () => {
    const broken = SOUND.replace('"A",', '"A"')
    const open = asked({ what: 'open', text: broken, name: null })
    open.release()
    expect(open.answers).toMatchObject([{ kind: 'opened', result: { ok: false } }])
    const repair = asked({ what: 'canRepair', text: broken, name: null })
    repair.release()
    expect(repair.answers).toEqual([{ kind: 'canRepair', repairable: true }])
  })

  it('answers nothing after it was cancelled', () => {
    const { answers, end, release, isEnded } = asked({ what: 'open', text: SOUND, name: null })
    end()
    release()
    expect(answers).toEqual([])
    expect(isEnded()).toBe(true)
  })

  it('says when there is no worker', () => {
    const { answers, events } = asked({ what: 'open', text: SOUND, name: null })
    events.dispatchEvent(new Event('error'))
    expect(answers).toEqual([{ kind: 'failed', reason: 'The worker that reads texts could not be started.' }])
  })
})
