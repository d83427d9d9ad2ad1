import { containsPrefix, type IpPrefix, prefixText } from '../../model/dns/ip-prefix'
import type { Client } from '../client'
import {
  type BranchHealth,
  type Candidate,
  type Choice,
  type Decision,
  type Measures,
  NONE,
  type OwnReason,
  singles,
} from '../decision'
import { firstOfEachBlock } from './location'

/** What a branch answers for: blocks, or all addresses that lie in none. */
export type Location = readonly IpPrefix[] | 'default'

/** Why branches of an IP-based rule are taken or passed over, in words. */
export const REASONS = {
  'ip-based/longest-block': 'The longest block here that holds the client’s address',
  'ip-based/enclosing-block': 'A wider block; a longer one holds the address too',
  'ip-based/next-block': 'The next wider block that is healthy',
  'ip-based/other-block': 'The address is in none of its blocks',
  'ip-based/default': 'No block here holds the client’s address',
  'ip-based/healthy-default': 'Every block that holds the address is unhealthy',
  'ip-based/default-not-needed': 'Not needed: a block holds the address',
  'ip-based/address-unknown': 'The client’s address is not known, so only the default can answer',
} as const satisfies Readonly<Record<OwnReason, string>>

interface Match {
  readonly branch: number
  /** The block that holds the address; null for the default. */
  readonly block: IpPrefix | null
}

/**
 * The decision of an IP-based rule: the branch of the longest block that holds the client's address answers, then
 * the ones of wider blocks, then the default; the first healthy one, else the first. Route 53 documents the longest
 * match (route53.md 3.7) but no fallback: it is that of geolocation, whose chain leads from small places to large.
 */
export function byBlock(locations: readonly Location[]): Decision {
  const choices = singles(locations.length)
  const fallback = locations.indexOf('default')
  const placed = locations.flatMap((location, branch) =>
    location === 'default' ? [] : location.map((block) => ({ branch, block })),
  )
  const blocks = firstOfEachBlock(placed).toSorted(
    (a, b) => b.block.length - a.block.length || a.branch - b.branch,
  )

  /** The branches that a client meets, the best first; each once. */
  function chainFor({ address }: Client): readonly Match[] {
    const matches = address ? blocks.filter(({ block }) => containsPrefix(block, address)) : []
    const first = matches.filter(
      ({ branch }, at) => matches.findIndex((each) => each.branch === branch) === at,
    )
    return fallback < 0 ? first : [...first, { branch: fallback, block: null }]
  }

  function winnerOf(chain: readonly Match[], client: Client, health: BranchHealth): Match | undefined {
    return chain.find(({ branch }) => health.healthy(branch, client)) ?? chain[0]
  }

  function reasonOf(
    match: Match | undefined,
    winner: Match | undefined,
    chain: readonly Match[],
    client: Client,
  ): OwnReason & keyof typeof REASONS {
    const [first] = chain
    if (!match) return client.address ? 'ip-based/other-block' : 'ip-based/address-unknown'
    if (match.block) {
      if (match !== winner) return 'ip-based/enclosing-block'
      return match === first ? 'ip-based/longest-block' : 'ip-based/next-block'
    }
    if (match !== winner) return 'ip-based/default-not-needed'
    if (!client.address) return 'ip-based/address-unknown'
    return match === first ? 'ip-based/default' : 'ip-based/healthy-default'
  }

  return {
    choose(client, health): Choice {
      return choices[winnerOf(chainFor(client), client, health)?.branch ?? -1] ?? NONE
    },
    explain(client, health): readonly Candidate[] {
      const chain = chainFor(client)
      const winner = winnerOf(chain, client, health)
      const inChain = new Set(chain.map(({ branch }) => branch))
      const others = locations.map((_, branch) => branch).filter((branch) => !inChain.has(branch))
      return [...chain.map(({ branch }) => branch), ...others].map((branch) => {
        const match = chain.find((each) => each.branch === branch)
        const healthy = health.healthy(branch, client)
        const taken = winner?.branch === branch
        const sick = taken ? ('last-resort' as const) : ('unhealthy' as const)
        return {
          branch,
          taken,
          healthy,
          probability: taken ? 1 : 0,
          reason: healthy || !match ? reasonOf(match, winner, chain, client) : sick,
          measures: measuresOf(match),
        }
      })
    },
    // An empty chain is no answer, which is final and not a failure of health, as with geolocation (9.4, 9.5).
    groupHealthy(client, health) {
      const chain = chainFor(client)
      return chain.length === 0 || chain.some(({ branch }) => health.healthy(branch, client))
    },
    groupHealthVaries: true,
    undefinedFor: () => false,
    costLines: null,
  }
}

function measuresOf(match: Match | undefined): Measures {
  return match?.block ? { block: prefixText(match.block) } : {}
}
