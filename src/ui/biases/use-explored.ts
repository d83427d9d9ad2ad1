import { useEffect, useEffectEvent, useState } from 'react'
import type { BiasJob, BiasReply } from '../../store/workers/bias-protocol'
import type { TuningInputs } from '../../store/workers/tuning-client'
import { useApp } from '../app-context'
import { useDesk } from './desk'
import { explorer } from './workers'

/** So long nothing must change before something is worked out anew, in milliseconds: a slider may be on its way. */
const PAUSE_MS = 250

export interface Explored<R> {
  /** What was found last, perhaps for an earlier state. */
  readonly result: R | null
  /** Whether it was found for the present state and job. */
  readonly isCurrent: boolean
  readonly failure: string | null
}

/** Keeps an answer about the present policy; a job of null asks nothing. `read` takes what a reply finds. */
export function useExplored<R>(
  job: BiasJob | null,
  read: (reply: BiasReply, before: R | null) => R | null,
): Explored<R> {
  const policy = useApp(({ scenario }) => scenario.policy)
  const world = useApp(({ scenario }) => scenario.world)
  const demand = useApp(({ scenario }) => scenario.demand)
  const isPulling = useDesk((desk) => desk.pulling)
  const [found, setFound] = useState<Found<R> | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const readReply = useEffectEvent(read)
  // Jobs are small and made anew at each render.
  const asked = JSON.stringify(job)

  const ask = useEffectEvent((about: TuningInputs) => {
    if (!job) return () => {}
    const key = JSON.stringify(job)
    // What comes in parts replaces the parts found before, which must not vanish in between: they may be in use.
    const stale = found?.asked === key ? found.result : null
    let result: R | null = null
    return explorer().ask(about, job, (reply) => {
      if (reply.kind === 'failed') return setFailure(reply.reason)
      result = readReply(reply, result ?? stale) ?? result
      setFailure(null)
      setFound({ ...about, asked: key, result })
    })
  })

  // The first answer is not worth waiting for.
  const pause = useEffectEvent(() => (found === null ? 0 : PAUSE_MS))
  useEffect(() => {
    if (asked === 'null' || isPulling) return
    let ignore = () => {}
    const timer = window.setTimeout(() => {
      ignore = ask({ policy, world, demand })
    }, pause())
    return () => {
      window.clearTimeout(timer)
      ignore()
    }
  }, [policy, world, demand, asked, isPulling])

  const isCurrent =
    found?.policy === policy && found.world === world && found.demand === demand && found.asked === asked
  return { result: found?.result ?? null, isCurrent, failure }
}

interface Found<R> extends TuningInputs {
  readonly asked: string
  readonly result: R | null
}
