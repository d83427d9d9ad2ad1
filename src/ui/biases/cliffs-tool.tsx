import { useApp } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Callout } from '../kit/callout'
import styles from './biases.module.css'
import { CliffList } from './cliff-list'
import { CurvePlot } from './curve-plot'
import { namesOf, type TunedRule } from './tuned-rule'
import { useCurves } from './use-curves'
import { useSetBias } from './use-set-bias'

/** For each location its share over all biases, with all else as it is, and where a single step moves cities. */
export function CliffsTool({ rule }: { readonly rule: TunedRule }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const looks = endpointLooks(policy)
  const { result, isCurrent, failure } = useCurves(rule.id)
  const setBias = useSetBias(rule.id)
  const names = namesOf(rule)

  return (
    <>
      {failure !== null && <Callout tone="warning">The curves could not be worked out: {failure}</Callout>}
      <p className={styles['soft']}>
        Percent of all demand that goes to each location at each bias, while the others stay as they are. A
        cliff is a step of one that moves more than a point.
      </p>
      <ul className={styles['curves']} aria-busy={!isCurrent}>
        {rule.locations.map(({ branch, name, bias, endpoint, leadsSomewhere }) => {
          const curve = result?.get(branch)
          const colour = endpoint === null ? undefined : looks.get(endpoint)?.colour
          const onSet = (next: number) => setBias(branch, name, next)
          return (
            <li key={branch}>
              <h4>{name}</h4>
              {!leadsSomewhere && <p className={styles['soft']}>Leads nowhere yet.</p>}
              {leadsSomewhere && !curve && <p className={styles['soft']}>Working it out…</p>}
              {leadsSomewhere && curve && (
                <>
                  <CurvePlot
                    name={name}
                    curve={curve}
                    bias={bias}
                    colour={colour ?? 'var(--line-strong)'}
                    names={names}
                    onSet={onSet}
                  />
                  <CliffList name={name} bias={bias} cliffs={curve.cliffs} names={names} onSet={onSet} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
