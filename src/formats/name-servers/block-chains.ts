import { containsPrefix, type IpPrefix, prefixText } from '../../model/dns/ip-prefix'
import type { IpBasedBranch } from '../../rules/ip-based/definition'
import { isDefaultLocation, networksOf } from '../../rules/ip-based/location'

/** A block of an IP-based rule and the branches that its clients meet: those of wider blocks next, the default last. */
export interface BlockChain<B> {
  readonly network: IpPrefix
  readonly chain: readonly B[]
}

/** Every block of a rule once, the longest first: a server that takes the first match takes the longest so. */
export function blockChains<B extends { readonly branch: IpBasedBranch }>(
  live: readonly B[],
): readonly BlockChain<B>[] {
  const placed = live
    .flatMap((each, index) => networksOf(each.branch).map((network) => ({ each, index, network })))
    .toSorted((a, b) => b.network.length - a.network.length || a.index - b.index)
  const rest = defaultChain(live)
  const networks = new Map(placed.map(({ network }) => [prefixText(network), network]))
  return [...networks.values()].map((network) => {
    const around = placed.filter((other) => containsPrefix(other.network, network))
    return { network, chain: [...new Set([...around.map(({ each }) => each), ...rest])] }
  })
}

/** The branch of clients in no block; none where the rule has no default. */
export function defaultChain<B extends { readonly branch: IpBasedBranch }>(live: readonly B[]): readonly B[] {
  return live.filter(({ branch }) => isDefaultLocation(branch)).slice(0, 1)
}
