import { Download } from 'lucide-react'
import { useState } from 'react'
import type { RolloutResult } from '../../store/workers/bias-protocol'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { NumberField } from '../kit/number-field'
import { download } from '../shell/download'
import styles from './biases.module.css'
import { branchKey, useDesk } from './desk'
import { rolloutFile } from './rollout-export'
import { RolloutGoal } from './rollout-goal'
import { RolloutStep } from './rollout-step'
import type { TunedRule } from './tuned-rule'
import { useExplored } from './use-explored'

/** Versions before “Show all”: a path of many is mostly looked at from its beginning. */
const VERSIONS_SHOWN = 6

/** Versions that lead from the present biases to others, none moving more demand than is wanted. */
export function RolloutTool({ rule }: { readonly rule: TunedRule }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const name = useApp((state) => state.scenario.name)
  const goals = useDesk((desk) => desk.goal)
  const mostMoved = useDesk((desk) => desk.mostMoved)
  const goal = rule.locations.map(({ branch, bias }) => goals.get(branchKey(rule.id, branch)) ?? bias)
  const isThere = rule.locations.every(({ bias }, index) => bias === goal[index])
  const { result, isCurrent, failure } = useExplored<RolloutResult>(
    isThere ? null : { kind: 'rollout', rule: rule.id, goal, mostMoved: mostMoved / 100 },
    (reply) => (reply.kind === 'rolled-out' ? reply.rollout : null),
  )
  const steps = isThere ? [] : (result?.steps ?? [])
  const [all, setAll] = useState(false)
  const shown = all ? steps : steps.slice(0, VERSIONS_SHOWN)

  return (
    <>
      <RolloutGoal rule={rule} goal={goal} />
      <NumberField
        label="Demand that a version may move"
        className={styles['most']}
        value={mostMoved}
        min={0.1}
        max={100}
        step={0.5}
        decimals={1}
        unit="points"
        onChange={(next) => useDesk.setState({ mostMoved: next })}
      />
      {failure !== null && <Callout tone="warning">The path could not be worked out: {failure}</Callout>}
      {isThere && (
        <p className={styles['soft']}>
          The biases are where they shall be. Change a goal, or take over what “Aim for shares” has found.
        </p>
      )}
      {!isThere && (
        <div aria-busy={!isCurrent} className={styles['rollout']}>
          <p role="status">{summary(steps.length, isCurrent, result)}</p>
          {steps.length > 0 && (
            <>
              <ol className={styles['versions']} aria-label="Versions">
                {shown.map((step, index) => (
                  <RolloutStep
                    key={step.biases.join()}
                    rule={rule}
                    steps={steps}
                    index={index}
                    isCurrent={isCurrent}
                  />
                ))}
              </ol>
              {steps.length > VERSIONS_SHOWN && (
                <Button aria-expanded={all} onClick={() => setAll(!all)}>
                  {all ? 'Show the first ones only' : `Show all ${steps.length} versions`}
                </Button>
              )}
              <Button
                aria-disabled={!isCurrent}
                onClick={() => {
                  if (!isCurrent) return
                  const names = rule.locations.map((location) => location.name)
                  const file = rolloutFile(name, policy, rule.id, names, steps)
                  download(file.fileName, file.text)
                }}
              >
                <Download /> All versions in one file
              </Button>
              <p className={styles['soft']}>
                Each version’s document is for “create-traffic-policy-version”; after each, look at your own
                metrics before the next. The file with all of them holds the documents as text in order.
              </p>
            </>
          )}
        </div>
      )}
    </>
  )
}

function summary(count: number, isCurrent: boolean, result: RolloutResult | null): string {
  if (!isCurrent) return 'Looking for a path…'
  if (!result) return 'Clients no longer reach this rule.'
  if (!result.complete) return `More than ${count} versions would be needed; these are the first.`
  return count === 1 ? 'One version is enough.' : `${count} versions lead there.`
}
