import { useEffect } from 'react'
import { withBiases } from '../../analysis/tuning/bias-locations'
import { useApp, useAppStore } from '../app-context'
import { Select } from '../kit/select'
import type { TuneSectionProps } from '../tuning/section'
import styles from './biases.module.css'
import { BorderTool } from './border-tool'
import { CliffsTool } from './cliffs-tool'
import { ContestedTool } from './contested-tool'
import { clearDesk, useDesk } from './desk'
import { RolloutTool } from './rollout-tool'
import { SolverTool } from './solver-tool'
import { Tool } from './tool'
import { type TunedRule, tunedRules } from './tuned-rule'

/** The tools for the biases of one geoproximity rule: aim, look, move, roll out; and what AWS itself is at odds about. */
export function BiasSection({ answer }: TuneSectionProps) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const scenarioKey = useApp((state) => state.scenarioKey)
  const chosen = useDesk((desk) => desk.rule)
  const rules = tunedRules(policy)
  const selected = useApp(({ selection }) => selection.find((each) => each.kind === 'rule')?.id ?? null)
  const rule = rules.find(({ id }) => id === chosen) ?? rules[0]

  useEffect(() => clearDesk(scenarioKey), [scenarioKey])
  // What is selected on the canvas or the map is what shall be tuned.
  const selectedHere = rules.some(({ id }) => id === selected) ? selected : null
  useEffect(() => {
    if (selectedHere !== null) useDesk.setState({ rule: selectedHere })
  }, [selectedHere])

  return (
    <section className={styles['section']} aria-label="Biases">
      <h2>Biases</h2>
      {rule ? (
        <>
          {rules.length > 1 && (
            <Select
              label="Geoproximity rule"
              value={rule.id}
              options={rules.map(({ id }) => ({ value: id, label: id }))}
              onChange={(id) => {
                useDesk.setState({ rule: id })
                store.getState().select([{ kind: 'rule', id }])
              }}
            />
          )}
          <PreviewOnMap rule={rule} />
          <Tool title="Aim for shares" hint="Give endpoints a percentage; the biases follow." startsOpen>
            <SolverTool rule={rule} shares={answer.shares} />
          </Tool>
          <Tool title="Cliffs" hint="What each bias would give, and the cities that a step moves.">
            <CliffsTool rule={rule} />
          </Tool>
          <Tool title="Move a border" hint="Send a city elsewhere with the least change.">
            <BorderTool rule={rule} />
          </Tool>
          <Tool title="Roll out" hint="From the present biases to others in small steps.">
            <RolloutTool rule={rule} />
          </Tool>
        </>
      ) : (
        <p className={styles['soft']}>
          Biases belong to geoproximity rules, and clients reach none in this policy. Add one to move demand
          between places by degrees.
        </p>
      )}
      {rule && (
        <Tool title="Contested demand" hint="Where AWS’s guide and AWS’s own map disagree.">
          <ContestedTool />
        </Tool>
      )}
    </section>
  )
}

/** Puts the catchments of a proposal on the map, where they stay while another tab is looked at. */
function PreviewOnMap({ rule }: { readonly rule: TunedRule }) {
  const store = useAppStore()
  const proposal = useDesk((desk) => desk.proposal)
  const shown = proposal?.rule === rule.id ? proposal : null
  useEffect(() => {
    const { showPreview } = store.getState()
    if (!shown) return showPreview(null)
    const { of, biases } = shown
    showPreview({ of, policy: withBiases(of.policy, shown.rule, biases) })
  }, [store, shown])
  return null
}
