import {
  LATENCY_ESTIMATE,
  measuresText,
  NODATA_IS_FINAL,
  nodataText,
  percentText,
  reasonText,
} from '../analysis/words'
import type { ResourceRecord } from '../engine/records'
import type { Resolution, Step } from '../engine/resolution'
import { countryName } from '../geo/countries'
import { subdivisionName } from '../geo/us-states'
import { prefixText } from '../model/dns/ip-prefix'
import type { Place } from '../model/query'
import { branchLabel } from '../policy/branch-label'
import type { Policy } from '../policy/policy'
import { RULES } from '../rules'
import type { Asker } from './asker'
import { columns } from './columns'

/** A resolution for people: the answer, the exact percentages, and the way to them with its reasons. */
export function resolutionText(
  resolution: Resolution,
  records: readonly ResourceRecord[],
  { place, address }: Asker,
  policy: Policy,
): string {
  const { endpoints, distribution } = resolution
  const odds = [
    ...distribution.endpoints.map(({ endpoint, probability }) => [endpoint, percentText(probability)]),
    ...(distribution.nodata > 0 ? [['no answer (NODATA)', percentText(distribution.nodata)]] : []),
  ]
  const lines = [
    `Client: ${placeText(place)}${address ? `, address ${prefixText(address)}` : ''}`,
    '',
    'Answer',
    ...(records.length === 0 ? [`  ${NODATA_IS_FINAL}`] : columns(records.map(recordRow), '  ')),
    ...(records.length === 0 ? [] : [`  from ${endpoints.join(', ')}`]),
    '',
    'Probability',
    ...columns(odds, '  '),
    '',
    'How',
    ...resolution.steps.flatMap((step, index) => stepLines(step, index + 1, policy)),
    ...remarks(resolution),
  ]
  return `${lines.join('\n')}\n`
}

/** A place in words: `45.76, 4.84 (France)`. */
export function placeText({ coordinates, country, subdivision }: Place): string {
  const names = [
    ...(subdivision === null ? [] : [subdivisionName(subdivision)]),
    ...(country === null ? [] : [countryName(country)]),
  ].join(', ')
  if (!coordinates) return names === '' ? 'not mapped to any place' : names
  const point = `${coordinates.latitude}, ${coordinates.longitude}`
  return `${point} (${names === '' ? 'no country' : names})`
}

function recordRow({ name, type, ttl, rdata, alias }: ResourceRecord): readonly string[] {
  return [
    name,
    String(ttl),
    'IN',
    type ?? '(no type)',
    alias === undefined ? (rdata ?? '') : `alias of ${alias}`,
  ]
}

function stepLines(step: Step, number: number, policy: Policy): readonly string[] {
  if (step.kind === 'endpoint') {
    return [`  ${number}. endpoint ${step.endpoint}${step.blackholed ? ', which is down' : ''}`]
  }
  if (step.kind === 'nodata') return [`  ${number}. no answer: ${nodataText(step.reason)}`]
  const rows = step.candidates.map((candidate) => [
    candidate.taken ? '→' : ' ',
    branchLabel(policy, step.rule, candidate.branch),
    candidate.target ? `${candidate.target.kind} ${candidate.target.id}` : '(nowhere)',
    candidate.probability > 0 && candidate.probability < 1 ? percentText(candidate.probability) : '',
    // A weight is in the label already.
    candidate.measures.weight === undefined ? measuresText(candidate) : '',
    reasonText(candidate.reason),
  ])
  return [
    `  ${number}. rule ${step.rule} (${RULES[step.type].title})`,
    ...columns(withoutEmpty(rows), '     '),
  ]
}

/** The columns in which some row says something. */
function withoutEmpty(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.filter((_, column) => rows.some((each) => each[column]?.trim() !== '')))
}

function remarks({ steps }: Resolution): readonly string[] {
  const rules = steps.flatMap((step) => (step.kind === 'rule' ? [step] : []))
  const down = steps.flatMap((step) => (step.kind === 'endpoint' && step.blackholed ? [step.endpoint] : []))
  const open = rules.filter(({ undefinedByAws }) => undefinedByAws).map(({ rule }) => rule)
  const estimated = rules.some(({ candidates }) =>
    candidates.some(({ measures }) => measures.latencyFrom === 'estimate'),
  )
  const texts = [
    ...down.map((id) => `Warning: ${id} is down and still answers; whatever goes there is lost.`),
    ...open.map(
      (id) =>
        `Warning: AWS does not say what ${id} answers for such a client; the first in the document was taken.`,
    ),
    ...(estimated ? [`Note: latencies are ${LATENCY_ESTIMATE}.`] : []),
  ]
  return texts.length === 0 ? [] : ['', ...texts]
}
