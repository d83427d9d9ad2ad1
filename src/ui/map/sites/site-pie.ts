import type { Distribution } from '../../../engine/distribution'
import type { EndpointId } from '../../../model/address'
import type { EndpointLook } from '../../endpoint-colours'

/** CSS of a marker's dot. */
export interface SitePie {
  /** Of the likeliest answer. */
  readonly backgroundColor: string
  /** A pie of all answers; left out where there is only one, and not shown on paper (`print.css`). */
  readonly backgroundImage?: string
}

/** What is reached from a marker: not every reader of PDF files knows the gradient that a pie is made of. */
export function pieOf(
  { endpoints, nodata }: Distribution,
  looks: ReadonlyMap<EndpointId, Pick<EndpointLook, 'colour'>>,
): SitePie {
  const parts = endpoints.map(({ endpoint, probability }) => ({
    colour: looks.get(endpoint)?.colour ?? 'gray',
    probability,
  }))
  if (nodata > 0) parts.push({ colour: 'var(--error)', probability: nodata })
  const backgroundColor = parts.toSorted((a, b) => b.probability - a.probability)[0]?.colour ?? 'var(--error)'
  if (parts.length < 2) return { backgroundColor }
  const total = parts.reduce((sum, { probability }) => sum + probability, 0)
  let upTo = 0
  const slices = parts.map(({ colour, probability }) => {
    const from = upTo
    upTo += (probability / total) * 100
    return `${colour} ${from}% ${upTo}%`
  })
  return { backgroundColor, backgroundImage: `conic-gradient(${slices.join(', ')})` }
}
