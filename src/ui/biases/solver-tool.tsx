import { useEffect, useRef, useState } from 'react'
import { shareText } from '../../analysis/share-words'
import type { DemandShares } from '../../analysis/shares'
import type { Progress } from '../../analysis/tuning/solve-biases'
import type { RuleId } from '../../model/address'
import { quoted } from '../../policy/edits/members'
import { measure } from '../../store/measure'
import type { TuningInputs } from '../../store/workers/tuning-client'
import { useApp, useAppStore } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { Swatch } from '../kit/swatch'
import { TextField } from '../kit/text-field'
import styles from './biases.module.css'
import { branchKey, useDesk, withEntry } from './desk'
import { ProposalView } from './proposal-view'
import { SolverLimits } from './solver-limits'
import type { TunedRule } from './tuned-rule'
import { readWish } from './wish'
import { solver, stopSolver } from './workers'

export interface SolverToolProps {
  readonly rule: TunedRule
  /** The present shares. */
  readonly shares: DemandShares
}

/** What each endpoint shall get, what biases may move, and the biases that come nearest, to be accepted or not. */
export function SolverTool({ rule, shares }: SolverToolProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const wishes = useDesk((desk) => desk.wishes)
  const proposal = useDesk((desk) => desk.proposal)
  const { running, failure, solve, stop } = useSolver(rule)
  const looks = endpointLooks(policy)
  const read = rule.endpoints.map((endpoint) => ({ endpoint, wish: readWish(wishes.get(endpoint) ?? '') }))
  const isReady =
    read.some(({ wish }) => wish.kind === 'share') && read.every(({ wish }) => wish.kind !== 'problem')

  function start() {
    if (isReady && !running) solve()
  }

  return (
    <div className={styles['solver']}>
      <div className={styles['wishes']} role="group" aria-label="Target shares, percent of all demand">
        {read.map(({ endpoint, wish }) => (
          <div key={endpoint} className={styles['wish']}>
            <Swatch look={looks.get(endpoint)} />
            <span className={styles['name']}>{endpoint}</span>
            <span className={styles['now']}>{shareText(shares.shares.get(endpoint) ?? 0)}</span>
            <TextField
              label={`Target for ${endpoint}, percent of all demand or a range`}
              labelHidden
              className={styles['target']}
              placeholder="any"
              inputMode="text"
              value={wishes.get(endpoint) ?? ''}
              problem={wish.kind === 'problem' ? wish.problem : null}
              onKeyDown={(event) => {
                if (event.key === 'Enter') start()
              }}
              onChange={(text) =>
                useDesk.setState({ wishes: withEntry(wishes, endpoint, text === '' ? null : text) })
              }
            />
            <span className={styles['percent']} aria-hidden>
              %
            </span>
          </div>
        ))}
      </div>
      <p className={styles['soft']}>
        Percent of all demand, exact (35) or a range (30–40). Empty endpoints may get anything.
      </p>
      <SolverLimits rule={rule} />
      <div className={styles['actions']}>
        {running ? (
          <>
            <Button onClick={stop}>Cancel</Button>
            <ProgressLine progress={running.progress} />
          </>
        ) : (
          // Not disabled, so that the focus stays where it is while targets are typed.
          <Button look="primary" aria-disabled={!isReady} onClick={start}>
            Find biases
          </Button>
        )}
      </div>
      {failure !== null && <Callout tone="warning">{failure}</Callout>}
      {proposal?.rule === rule.id && proposal.tuned && !running && (
        <ProposalView proposal={proposal} rule={rule} onAgain={solve} />
      )}
    </div>
  )
}

function ProgressLine({ progress }: { readonly progress: Progress | null }) {
  return (
    <span className={styles['progress']} role="status">
      <progress
        max={progress?.attempts ?? 1}
        {...(progress ? { value: progress.attempt - 1 } : {})}
        aria-label="Search for biases"
      />
      {progress
        ? `Attempt ${progress.attempt} of at most ${progress.attempts}; largest error so far ${(progress.miss * 100).toFixed(1)} points`
        : 'Searching…'}
    </span>
  )
}

interface Running {
  readonly progress: Progress | null
}

/** The search, which is called off when its rule goes out of sight. */
function useSolver(rule: TunedRule) {
  const store = useAppStore()
  const [running, setRunning] = useState<Running | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const forget = useRef<(() => void) | null>(null)

  function stop() {
    if (!forget.current) return
    forget.current()
    forget.current = null
    stopSolver()
    setRunning(null)
  }

  function solve() {
    stop()
    const { policy, world, demand } = store.getState().scenario
    const about: TuningInputs = { policy, world, demand }
    const asked = performance.now()
    setFailure(null)
    setRunning({ progress: null })
    useDesk.setState({ proposal: null })
    forget.current = solver().ask(about, { kind: 'tune', request: requestOf(rule) }, (reply) => {
      if (reply.kind === 'progress') return setRunning({ progress: reply.progress })
      forget.current = null
      setRunning(null)
      if (reply.kind === 'failed') return setFailure(`The biases could not be worked out: ${reply.reason}`)
      if (reply.kind !== 'tuned') return
      measure('catchment:tune', asked, { workerMs: reply.tookMs })
      if (!reply.tuned) return setFailure('Clients no longer reach this rule.')
      const biases = reply.tuned.locations.map(({ bias }) => bias)
      const label = `Tune biases of ${quoted(rule.id)}`
      useDesk.setState({
        proposal: { of: about, rule: rule.id, biases, label, tuned: reply.tuned, says: null },
      })
    })
  }

  useEffect(() => {
    return () => {
      if (!forget.current) return
      forget.current()
      stopSolver()
    }
  }, [])
  return { running, failure, solve, stop }
}

function requestOf({ id, endpoints, locations }: TunedRule): {
  rule: RuleId
  targets: readonly { endpoint: string; least: number; most: number }[]
  limits: ReadonlyMap<string, { least: number; most: number }>
} {
  const { wishes, limits } = useDesk.getState()
  return {
    rule: id,
    targets: endpoints.flatMap((endpoint) => {
      const wish = readWish(wishes.get(endpoint) ?? '')
      return wish.kind === 'share' ? [{ endpoint, ...wish.share }] : []
    }),
    limits: new Map(
      locations.flatMap(({ branch }) => {
        const limit = limits.get(branchKey(id, branch))
        return limit ? [[branch, limit] as const] : []
      }),
    ),
  }
}
