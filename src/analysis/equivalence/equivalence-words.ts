import type { Distribution } from '../../engine/distribution'
import { prefixText } from '../../model/dns/ip-prefix'
import type { Place } from '../../model/query'
import { percentText } from '../words'
import type { Failure } from './failures'
import type { Coverage, Equivalence } from './prove-equal'

/** The verdict in one sentence without a full stop. */
export function verdictText(result: Equivalence): string {
  return result.kind === 'equal'
    ? `Proved equal on ${classes(result.coverage)}: every answer has the probability that the policy gives it`
    : `Not equal: ${placeText(result.place)}${result.address ? ` with the address ${prefixText(result.address)}` : ''}, ${failureText(result.failure)}, gets ${answersText(result.after)}, but by the policy ${answersText(result.before)}`
}

/** What was enumerated and what was sampled, in one sentence without a full stop. */
export function coverageText({
  territories,
  addresses,
  points,
  pointsFound,
  pointsTried,
  failures,
}: Coverage): string {
  const lands = `${count(territories, 'class', 'classes')} of countries and US states, with every country and state in one of them`
  const states = `${count(failures, 'state', 'states')} of health: nothing broken, each endpoint and each health check alone, all endpoints together`
  const places =
    points === 0
      ? 'coordinates mean nothing to this policy'
      : `${points < pointsFound ? `${points.toLocaleString('en')} of ` : ''}${count(pointsFound, 'order', 'orders')} of nearness, found in a sample of ${pointsTried.toLocaleString('en')} points that holds both sides of every border`
  const blocks =
    addresses > 1 ? ` ${count(addresses, 'class', 'classes')} of addresses, each block and none of them;` : ''
  return `${lands};${blocks} ${places}; ${states}`
}

function classes({ territories, addresses, points, failures, comparisons }: Coverage): string {
  const factors = [territories, ...[addresses, points].filter((each) => each > 1), failures].map((each) =>
    each.toLocaleString('en'),
  )
  return `${count(comparisons, 'class', 'classes')} of queries (${factors.join('\u00a0×\u00a0')})`
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** A client in the middle of a sentence: `a client in US-WA at 47.61, -122.33`. */
function placeText({ country, subdivision, coordinates }: Place): string {
  const territory =
    country === null ? 'in no known country' : `in ${country}${subdivision ? `-${subdivision}` : ''}`
  const point = coordinates
    ? ` at ${coordinates.latitude.toFixed(4)}, ${coordinates.longitude.toFixed(4)}`
    : ''
  return `a client ${territory}${point}`
}

function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'none':
      return 'with nothing broken'
    case 'endpoint':
      return `with ${failure.endpoint} down`
    case 'check':
      return `with health check ${failure.check} failing`
    case 'all-endpoints':
      return 'with all endpoints down'
  }
}

function answersText({ endpoints, nodata }: Distribution): string {
  const answers = endpoints.map(({ endpoint, probability }) => `${percentText(probability)} ${endpoint}`)
  return [...answers, ...(nodata > 0 ? [`${percentText(nodata)} no answer`] : [])].join(', ')
}
