import { describe, expect, it } from 'vitest'
import { exportAws, importAws } from '../../formats/aws'
import { parseJson } from '../../formats/parse-json'
import { checkPolicy } from '../../policy/check'
import { findRepairs, repairKey } from '../../policy/repair/find-repairs'
import { askToOpen } from './opening-client'
import { answerOpening, type OpeningAnswer, type OpeningRequest } from './opening-server'

const SOUND =
  '{"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartEndpoint": "a", "Endpoints": {"a": {"Type": "value", "Value": "192.0.2.1"}}}'

/** Two repairs, of the type and of the reference, once a comma is set. */
const WRONG = SOUND.replace('"value"', '"Value"').replace('"a", "End', '"A", "End')
const NOTHING: ReadonlyMap<string, boolean> = new Map()

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

describe('mending beside the page', () => {
  it('mends a text and shows what that changes', () => {
    const { answers, release } = asked({
      what: 'mendText',
      text: WRONG.replace('"A",', '"A"'),
      name: null,
      chosen: NOTHING,
    })
    release()
    const [answer] = answers
    const mended = answer?.kind === 'mendedText' ? answer.mended : null
    expect(mended?.after).toBe(SOUND)
    expect(mended?.repairs).toHaveLength(2)
    expect(mended?.changes.hunks).not.toEqual([])
  })

  it('leaves out what was unticked, and still offers it', () => {
    const document = parseJson(WRONG)
    const repairs = document.ok ? findRepairs(document.value.root.json) : []
    const { answers, release } = asked({
      what: 'mendText',
      text: WRONG,
      name: null,
      chosen: new Map(repairs.map((repair) => [repairKey(repair), false])),
    })
    release()
    const [answer] = answers
    const mended = answer?.kind === 'mendedText' ? answer.mended : null
    expect(mended?.after).toBe(WRONG)
    expect(mended?.offered).toHaveLength(2)
  })

  it('mends an open policy, all of it or one problem', () => {
    const imported = importAws(WRONG)
    if (!imported.ok) throw new Error('It opens.')
    const { policy } = imported.value
    const all = asked({ what: 'mendPolicy', policy, problem: null, chosen: NOTHING })
    all.release()
    const [answer] = all.answers
    const mended = answer?.kind === 'mendedPolicy' ? answer.mended : null
    expect(mended && exportAws(mended.policy)).toBe(SOUND)
    const problem = checkPolicy(policy).find(({ code }) => code === 'policy/dangling-start') ?? null
    const one = asked({ what: 'mendPolicy', policy, problem, chosen: NOTHING })
    one.release()
    const [first] = one.answers
    const repaired = first?.kind === 'mendedPolicy' ? first.mended : null
    expect(repaired && exportAws(repaired.policy)).toBe(WRONG.replace('"A", "End', '"a", "End'))
  })
})
