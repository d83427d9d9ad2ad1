import { shareText } from './share-words'
import type { Shortfall, TargetOutcome } from './tuning/tune'

const REASONS: Readonly<Record<Shortfall, (outcome: TargetOutcome) => string>> = {
  'not-below-rule': () => 'this rule does not lead there, or leads there whatever its biases are',
  'out-of-reach': ({ attainable: { least, most } }) =>
    `this rule's biases can give it ${shareText(least)} to ${shareText(most)} within their limits`,
  'other-targets': () => 'other targets, or pinned biases, want the same demand',
  'whole-biases': () => 'only fractions of a bias would do, since one step moves whole cities',
}

/** Why a target is missed and how near it came, in a sentence; null where it is met. */
export function shortfallText(outcome: TargetOutcome): string | null {
  const { endpoint, least, most, share, reason } = outcome
  if (reason === null) return null
  const wanted = least === most ? shareText(least) : `${shareText(least)} to ${shareText(most)}`
  return `${endpoint} gets ${shareText(share)} instead of ${wanted}: ${REASONS[reason](outcome)}.`
}
