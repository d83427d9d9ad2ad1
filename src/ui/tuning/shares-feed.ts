import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState, AppStore } from '../../store/app-store'
import { measure } from '../../store/measure'
import type { TuningClient, TuningInputs } from '../../store/workers/tuning-client'
import { oncePerStore } from '../once-per-store'
import type { SharesAnswer } from './section'

export interface DemandStatus {
  /** Null until the first answer. */
  readonly answer: SharesAnswer | null
  readonly failure: string | null
}

const NOTHING_YET: DemandStatus = { answer: null, failure: null }

/** The shares of demand of one app, for whoever shows them: one worker for all, and none while nobody looks. */
export interface SharesFeed {
  readonly status: StoreApi<DemandStatus>
  /** Follows the app until the function that it returns is called. */
  readonly follow: () => () => void
}

export const sharesFeed: (app: AppStore) => SharesFeed = oncePerStore(createFeed)

function createFeed(app: AppStore): SharesFeed {
  const status = createStore<DemandStatus>()(() => NOTHING_YET)
  let followers = 0
  let stop: (() => void) | null = null

  async function start(): Promise<void> {
    // The worker's client is none of what the first use needs.
    const { createTuningClient, startTuningWorker } = await import('../../store/workers/tuning-client')
    if (followers === 0 || stop) return
    const client = createTuningClient(startTuningWorker(), (answer) => {
      if (answer.kind === 'failed') {
        status.setState({ failure: answer.reason })
        return
      }
      measure('catchment:shares', performance.now() - answer.tookMs, { of: 'demand' })
      status.setState({ answer, failure: null })
    })
    stop = following(app, client)
  }

  return {
    status,
    follow() {
      followers++
      if (!stop) void start()
      return () => {
        followers--
        if (followers > 0) return
        stop?.()
        stop = null
        status.setState(NOTHING_YET)
      }
    },
  }
}

function following(app: AppStore, client: TuningClient): () => void {
  const refresh = (state: AppState) => client.show(state.scenario, stateBefore(state))
  refresh(app.getState())
  const unsubscribe = app.subscribe(refresh)
  return () => {
    unsubscribe()
    client.close()
  }
}

/** The state before the last step that can be undone: a whole drag of a slider is one. */
function stateBefore({ scenario, history }: Pick<AppState, 'scenario' | 'history'>): TuningInputs {
  return history.past.at(-1)?.scenario ?? scenario
}
