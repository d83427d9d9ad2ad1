import { useEffect } from 'react'
import { useStore } from 'zustand'
import { isOverCapacity, loadScale, scenarioUtilisations, type Utilisation } from '../../analysis/capacity'
import type { EndpointId } from '../../model/address'
import type { Scenario } from '../../scenario/scenario'
import { remembered } from '../../store/derived'
import { useApp, useAppStore } from '../app-context'
import type { SharesAnswer } from './section'
import { sharesFeed } from './shares-feed'

const NONE: ReadonlyMap<EndpointId, Utilisation> = new Map()

const utilisationsOf = remembered(
  (answer: SharesAnswer | null, capacities: Scenario['capacities']): ReadonlyMap<EndpointId, Utilisation> => {
    if (!answer || capacities.endpoints.size === 0) return NONE
    const { shares, demand } = answer
    const scale = loadScale(capacities, demand)
    return new Map(
      scenarioUtilisations(shares.shares, capacities, scale).map((each) => [each.endpoint, each]),
    )
  },
)

/** How full endpoints are; empty without capacities, and then nothing is worked out for it. */
export function useUtilisations(): ReadonlyMap<EndpointId, Utilisation> {
  const feed = sharesFeed(useAppStore())
  const capacities = useApp(({ scenario }) => scenario.capacities)
  const wanted = capacities.endpoints.size > 0
  useEffect(() => (wanted ? feed.follow() : undefined), [feed, wanted])
  return useStore(feed.status, ({ answer }) => utilisationsOf(answer, capacities))
}

/** The utilisation of an endpoint that gets more than it can take; null for any other. */
export function useOverCapacity(endpoint: EndpointId): Utilisation | null {
  const feed = sharesFeed(useAppStore())
  const capacities = useApp(({ scenario }) => scenario.capacities)
  const wanted = capacities.endpoints.has(endpoint)
  useEffect(() => (wanted ? feed.follow() : undefined), [feed, wanted])
  return useStore(feed.status, ({ answer }) => {
    const found = wanted ? utilisationsOf(answer, capacities).get(endpoint) : undefined
    return found && isOverCapacity(found) ? found : null
  })
}
