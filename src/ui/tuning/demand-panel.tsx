import { useApp } from '../app-context'
import { Callout } from '../kit/callout'
import { TUNE_SECTIONS } from './sections'
import styles from './tuning.module.css'
import { useDemandShares } from './use-demand-shares'

/** How the world's demand is divided, and what the last change moved. */
export function DemandPanel() {
  const { answer, failure } = useDemandShares()
  const isEmpty = useApp(({ scenario }) => scenario.policy.endpoints.size === 0)
  if (isEmpty) {
    return (
      <div className={styles['panel']}>
        <p className={styles['soft']}>
          Once the policy has endpoints, this shows how the world’s demand is divided among them, and which
          cities move when you drag a bias or a weight.
        </p>
      </div>
    )
  }
  return (
    <div className={styles['panel']}>
      {failure !== null && <Callout tone="warning">The shares could not be worked out: {failure}</Callout>}
      {answer === null
        ? failure === null && <p className={styles['soft']}>Sharing out the world’s demand…</p>
        : TUNE_SECTIONS.map(({ key, Section }) => <Section key={key} answer={answer} />)}
    </div>
  )
}
