import type { NodataReason, StepCandidate } from '../engine/resolution'
import { LATENCY_BASE_MS, LATENCY_MEDIAN_ERROR, LATENCY_MS_PER_KM } from '../geo/latency'
import { numberText } from '../model/number-text'
import { RULE_TYPES, RULES } from '../rules'
import type { OwnReason, Reason } from '../rules/decision'

/** A probability as a percentage with its unit: exact figures lose their zeros, `33.33 %` keeps two decimals. */
export function percentText(probability: number): string {
  const percent = probability * 100
  if (percent > 0 && percent < 0.01) return '< 0.01 %'
  if (percent < 100 && percent > 99.99) return '> 99.99 %'
  return `${Number(percent.toFixed(2)).toLocaleString('en')} %`
}

/** A distance with its unit. */
export function kilometresText(distanceKm: number): string {
  const rounded = distanceKm < 10 ? Number(distanceKm.toFixed(1)) : Math.round(distanceKm)
  return `${rounded.toLocaleString('en')} km`
}

/** How latencies are estimated, for wherever one is shown. */
export const LATENCY_ESTIMATE = `estimated as ${LATENCY_BASE_MS} ms + ${LATENCY_MS_PER_KM} ms per km, median error ${Math.round(LATENCY_MEDIAN_ERROR * 100)} %`

const REASONS: Record<Reason, string> = {
  primary: 'The primary is healthy',
  secondary: 'The primary is unhealthy, so the secondary answers',
  'not-needed': 'Not needed: the primary is healthy',
  'drawn-by-weight': 'By its share of the weights',
  'weight-zero': 'Weight 0: used only when every other branch is unhealthy',
  'smallest-place': 'The smallest place here that covers the client',
  'larger-place': 'A larger place; a smaller one matched',
  'other-place': 'The client is not here',
  'lowest-latency': 'Lowest latency',
  'higher-latency': 'Higher latency',
  'client-in-china': 'Clients in China always get cn-north-1',
  nearest: 'Nearest after bias',
  farther: 'Farther after bias',
  'first-in-document': 'First in the document; AWS does not say which is taken',
  'later-in-document': 'Later in the document',
  'among-answers': 'Healthy, so it is among the answers',
  unhealthy: 'Unhealthy',
  'last-resort': 'Nothing is healthy here, so all are treated as healthy',
  'unknown-region': 'Its Region is unknown, so it ranks last',
  'no-target': 'Leads nowhere',
}

const ALL_REASONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(REASONS),
  ...RULE_TYPES.flatMap((type) => Object.entries(RULES[type].reasons)),
])

/** Why a branch was taken or passed over, in one sentence without a full stop. */
export function reasonText(reason: Reason | OwnReason): string {
  return ALL_REASONS.get(reason) ?? reason
}

/** What the branch was worth: `623 km × 0.65 (bias +35) = 405 km`; empty where its rule measures nothing. */
export function measuresText({ measures }: Pick<StepCandidate, 'measures'>): string {
  const { distanceKm, bias, biasedDistanceKm, latencyMs, latencyFrom, weight, block } = measures
  if (block !== undefined) return block
  if (weight !== undefined) return `weight ${weight}`
  if (latencyMs !== undefined) {
    return latencyFrom === 'given' ? `${latencyMs} ms, as given` : `≈ ${Math.round(latencyMs)} ms, estimate`
  }
  if (distanceKm === undefined) return ''
  if (bias === undefined || bias === 0 || biasedDistanceKm === undefined) return kilometresText(distanceKm)
  const factor = distanceKm === 0 ? 1 : biasedDistanceKm / distanceKm
  const shown = Number(factor.toFixed(3))
  return `${kilometresText(distanceKm)} × ${shown} (bias ${biasText(bias)}) = ${kilometresText(biasedDistanceKm)}`
}

/** A bias with its sign. */
export function biasText(bias: number): string {
  return bias > 0 ? `+${bias}` : numberText(bias)
}

const NODATA: Record<NodataReason, string> = {
  'no-start': 'The policy has no start that leads anywhere',
  'other-type': 'The policy answers another record type, so this one has no data',
  'no-matching-location':
    'No location of the rule matches the client and it has no default, so there is no answer',
  'no-branch': 'The rule has no branch that leads anywhere',
}

/** Why there is no answer, in one sentence without a full stop. */
export function nodataText(reason: NodataReason): string {
  return NODATA[reason]
}

/** Why branches below a geolocation rule cannot be backed out of (route53.md 9.5). */
export const NODATA_IS_FINAL = 'NOERROR with an empty answer (NODATA); resolvers do not try anything else'
