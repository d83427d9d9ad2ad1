import { Download } from 'lucide-react'
import { pointsText, shareText } from '../../analysis/share-words'
import { withBiases } from '../../analysis/tuning/bias-locations'
import { biasText } from '../../analysis/words'
import { quoted } from '../../policy/edits/members'
import type { RolloutVersion } from '../../store/workers/bias-protocol'
import { useApp } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Button, IconButton } from '../kit/button'
import { Swatch } from '../kit/swatch'
import { download } from '../shell/download'
import { useEdit } from '../use-edit'
import styles from './biases.module.css'
import { stepDocument } from './rollout-export'
import type { TunedRule } from './tuned-rule'

export interface RolloutStepProps {
  readonly rule: TunedRule
  readonly steps: readonly RolloutVersion[]
  readonly index: number
  /** Whether the path begins at the present biases. */
  readonly isCurrent: boolean
}

/** One version: what moves, which biases change, what everybody gets then; to apply or to download. */
export function RolloutStep({ rule, steps, index, isCurrent }: RolloutStepProps) {
  const { change } = useEdit()
  const policy = useApp(({ scenario }) => scenario.policy)
  const name = useApp((state) => state.scenario.name)
  const looks = endpointLooks(policy)
  const step = steps[index]
  if (!step) return null
  const number = index + 1
  const before = steps[index - 1]?.biases ?? rule.locations.map(({ bias }) => bias)
  const changes = rule.locations.flatMap((location, at) => {
    const [from, to] = [before[at] ?? 0, step.biases[at] ?? 0]
    return from === to ? [] : [`${location.name} ${biasText(from)} → ${biasText(to)}`]
  })

  return (
    <li className={styles['version']}>
      <div className={styles['versionHead']}>
        <strong>Version {number}</strong>
        <span className={styles['moved']} data-steep={step.tooSteep}>
          {pointsText(step.moved).replace('+', '')} move
        </span>
        <Button
          aria-label={`Apply version ${number}`}
          aria-disabled={!isCurrent}
          onClick={() => {
            if (!isCurrent) return
            change(`Roll out ${quoted(rule.id)}, version ${number} of ${steps.length}`, (present) =>
              withBiases(present, rule.id, step.biases),
            )
          }}
        >
          Apply
        </Button>
        <IconButton
          label={`Download the document of version ${number}`}
          aria-disabled={!isCurrent}
          onClick={() => {
            if (!isCurrent) return
            const { fileName, text } = stepDocument(name, policy, rule.id, steps, index)
            download(fileName, text)
          }}
        >
          <Download />
        </IconButton>
      </div>
      {step.tooSteep && (
        <p className={styles['missed']}>More than allowed: a single step of this bias moves whole cities.</p>
      )}
      <p>{changes.join(', ')}</p>
      <ul className={styles['figures']} aria-label={`Shares in version ${number}`}>
        {rule.endpoints.map((endpoint) => (
          <li key={endpoint}>
            <Swatch look={looks.get(endpoint)} /> {endpoint}{' '}
            {shareText(step.shares.shares.get(endpoint) ?? 0)}
          </li>
        ))}
      </ul>
    </li>
  )
}
