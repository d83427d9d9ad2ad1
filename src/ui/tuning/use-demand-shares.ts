import { useEffect, useState } from 'react'
import type { AppState } from '../../store/app-store'
import { createTuningClient, startTuningWorker, type TuningInputs } from '../../store/tuning-client'
import type { TuningAnswer } from '../../store/tuning-protocol'
import { useAppStore } from '../app-context'

export interface DemandStatus {
  /** Null until the first answer. */
  readonly answer: Extract<TuningAnswer, { readonly kind: 'shares' }> | null
  readonly failure: string | null
}

const NOTHING_YET: DemandStatus = { answer: null, failure: null }

/** The shares of demand, live: they follow the store without React in between, and the newest state wins. */
export function useDemandShares(): DemandStatus {
  const store = useAppStore()
  const [status, setStatus] = useState(NOTHING_YET)
  useEffect(() => {
    const client = createTuningClient(startTuningWorker(), (answer) => {
      if (answer.kind === 'failed') {
        setStatus((known) => ({ ...known, failure: answer.reason }))
        return
      }
      const end = performance.now()
      performance.measure('catchment:shares', { start: end - answer.tookMs, end, detail: { of: 'demand' } })
      setStatus({ answer, failure: null })
    })
    const refresh = (state: AppState) => client.show(state.scenario, stateBefore(state))
    refresh(store.getState())
    const stop = store.subscribe(refresh)
    return () => {
      stop()
      client.close()
    }
  }, [store])
  return status
}

/** The state before the last step that can be undone: a whole drag of a slider is one. */
export function stateBefore({ scenario, history }: Pick<AppState, 'scenario' | 'history'>): TuningInputs {
  return history.past.at(-1)?.scenario ?? scenario
}
