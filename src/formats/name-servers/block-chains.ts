import { containsPrefix, type IpPrefix } from '../../model/dns/ip-prefix'
import type { IpBasedBranch } from '../../rules/ip-based/definition'
import { firstOfEachBlock, isDefaultLocation, networksOf } from '../../rules/ip-based/location'

/** A block of an IP-based rule and the branches that its clients meet: those of wider blocks next, the default last. */
export interface BlockChain<B> {
  readonly network: IpPrefix
  readonly chain: readonly B[]
}

/** Every block of a rule once, the longest first: a server that takes the first match takes the longest so. */
export function blockChains<B extends { readonly branch: IpBasedBranch }>(
  live: readonly B[],
): readonly BlockChain<B>[] {
  const placed = firstOfEachBlock(
    live.flatMap((each, index) => networksOf(each.branch).map((block) => ({ each, index, block }))),
  ).toSorted((a, b) => b.block.length - a.block.length || a.index - b.index)
  const rest = defaultChain(live)
  return placed.map(({ block }) => {
    const around = placed.filter((other) => containsPrefix(other.block, block))
    return { network: block, chain: [...new Set([...around.map(({ each }) => each), ...rest])] }
  })
}

/** The branch of clients in no block; none where the rule has no default. */
export function defaultChain<B extends { readonly branch: IpBasedBranch }>(live: readonly B[]): readonly B[] {
  return live.filter(({ branch }) => isDefaultLocation(branch)).slice(0, 1)
}
