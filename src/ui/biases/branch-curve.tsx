import type { BranchId, RuleId } from '../../model/address'
import { useApp } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Callout } from '../kit/callout'
import styles from './biases.module.css'
import { CliffList } from './cliff-list'
import { CurvePlot } from './curve-plot'
import { Tool } from './tool'
import { namesOf, tunedRules } from './tuned-rule'
import { useCurves } from './use-curves'
import { useSetBias } from './use-set-bias'

export interface BranchCurveProps {
  readonly ruleId: RuleId
  readonly branch: BranchId
}

/** Beside a bias: what every other would give, and its cliffs. */
export function BranchCurve(props: BranchCurveProps) {
  return (
    <Tool title="Share at every bias" hint="And the cities that a step moves.">
      <Curve {...props} />
    </Tool>
  )
}

function Curve({ ruleId, branch }: BranchCurveProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { result, failure } = useCurves(ruleId)
  const setBias = useSetBias(ruleId)
  const rule = tunedRules(policy).find(({ id }) => id === ruleId)
  const location = rule?.locations.find((each) => each.branch === branch)
  const curve = result?.get(branch)
  if (!rule || !location) return <p className={styles['soft']}>Clients do not reach this rule.</p>
  if (!location.leadsSomewhere) return <p className={styles['soft']}>Leads nowhere yet.</p>
  if (failure !== null) return <Callout tone="warning">The curve could not be worked out: {failure}</Callout>
  if (!curve) return <p className={styles['soft']}>Working it out…</p>
  const look = location.endpoint === null ? undefined : endpointLooks(policy).get(location.endpoint)
  const names = namesOf(rule)
  const onSet = (bias: number) => setBias(branch, location.name, bias)
  return (
    <>
      <CurvePlot
        name={location.name}
        curve={curve}
        bias={location.bias}
        colour={look?.colour ?? 'var(--line-strong)'}
        names={names}
        onSet={onSet}
      />
      <CliffList
        name={location.name}
        bias={location.bias}
        cliffs={curve.cliffs}
        names={names}
        onSet={onSet}
      />
    </>
  )
}
