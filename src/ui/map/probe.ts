import { measuresText, nodataText, reasonText } from '../../analysis/words'
import type { CompiledPolicy } from '../../engine/compile'
import type { Distribution } from '../../engine/distribution'
import { seededRandom } from '../../engine/random'
import type { Step } from '../../engine/resolution'
import { resolve } from '../../engine/resolve'
import type { Atlas } from '../../geo/atlas'
import type { Coordinates } from '../../geo/coordinates'
import type { Gazetteer } from '../../geo/gazetteer'
import { placeAt } from '../ask/place-options'
import { labelOfAny } from '../canvas/names'

/** What somebody at a place gets, and why. */
export interface Probe {
  readonly place: string
  readonly distribution: Distribution
  /** The deciding step of each rule on the way, at most two lines. */
  readonly reasons: readonly string[]
}

const MOST_REASONS = 2

/** Asks a policy from a place, for the policy's own record type and with EDNS Client Subnet. */
export function probe(
  compiled: CompiledPolicy,
  at: Coordinates,
  atlas: Atlas,
  gazetteer: Gazetteer | null,
): Probe {
  const { name, place } = placeAt(at, atlas, gazetteer)
  const query = { type: null, client: place, resolver: null, clientSubnet: true }
  const { distribution, steps } = resolve(compiled, query, seededRandom(1))
  const reasons = steps.flatMap((step) => reasonOf(compiled, step))
  return { place: name, distribution, reasons: reasons.slice(-MOST_REASONS) }
}

/** Why a rule sends the place where it does; nothing where the percentages say it all. */
function reasonOf({ policy }: CompiledPolicy, step: Step): readonly string[] {
  if (step.kind === 'nodata') return [nodataText(step.reason)]
  if (step.kind === 'endpoint') return step.blackholed ? [`${step.endpoint} is down: black-holed`] : []
  const rule = policy.rules.get(step.rule)
  const taken = step.candidates.find((candidate) => candidate.probability === 1)
  const branch = taken && rule?.branches.find(({ id }) => id === taken.branch)
  if (!rule || !taken || !branch) return []
  const measures = measuresText(taken)
  return [
    `${labelOfAny(rule, branch)}: ${inSentence(reasonText(taken.reason))}${measures && `, ${measures}`}`,
  ]
}

function inSentence(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
