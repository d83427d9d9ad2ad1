import { shareText } from '../../analysis/share-words'
import type { ContestedLine } from '../../store/workers/bias-protocol'
import { useApp } from '../app-context'
import { Callout } from '../kit/callout'
import { Switch } from '../kit/switch'
import styles from './biases.module.css'
import { useDesk } from './desk'
import { useExplored } from './use-explored'

const MOST_LISTED = 12

/** The demand that AWS's guide and AWS's own map would send to different endpoints. */
export function ContestedTool() {
  const hatched = useDesk((desk) => desk.hatched)
  const formula = useApp(({ scenario }) => scenario.world.negativeBias)
  const { result, isCurrent, failure } = useExplored<Contested>({ kind: 'contested' }, (reply) =>
    reply.kind === 'contested' ? reply : null,
  )

  return (
    <>
      {failure !== null && <Callout tone="warning">It could not be worked out: {failure}</Callout>}
      <p className={styles['soft']}>
        AWS’s developer guide multiplies distances by 1 − bias/100; its own map divides by 1 + bias/100 where
        the bias is below 0. What you see follows the {formula === 'guide' ? 'guide' : 'map'}.
      </p>
      {result === null ? (
        failure === null && <p className={styles['soft']}>Comparing the two…</p>
      ) : (
        <div aria-busy={!isCurrent} role="status">
          <p>{summary(result)}</p>
        </div>
      )}
      {result !== null && result.lines.length > 0 && (
        <ol className={styles['contested']} aria-label="Contested demand by endpoints">
          {result.lines.slice(0, MOST_LISTED).map((line) => (
            <li key={JSON.stringify([line.guide, line.map])}>
              <strong>{shareText(line.share)}</strong>{' '}
              <span>
                {line.guide ?? 'no answer'} by the guide, {line.map ?? 'no answer'} by the map: {line.places}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Switch
        label="Hatch contested places on the map"
        checked={hatched}
        onChange={(next) => useDesk.setState({ hatched: next })}
      />
    </>
  )
}

interface Contested {
  readonly lines: readonly ContestedLine[]
  readonly share: number
}

function summary({ lines, share }: Contested): string {
  if (lines.length === 0) return 'Nothing is contested: the two formulas agree about everybody.'
  return `${shareText(share)} of all demand is contested.`
}
