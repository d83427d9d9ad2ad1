import { type IpPrefix, prefixText } from '../../model/dns/ip-prefix'
import type { Policy } from '../../policy/policy'
import { networksOf } from '../../rules/ip-based/location'

/**
 * One address for each class that IP-based rules treat alike: none known, which is answered as one in no block, and
 * every block. A block as an address lies in itself and in the wider ones, but in none that is inside it, so that
 * nothing is left out.
 */
export function addressClasses(policies: readonly Policy[]): readonly (IpPrefix | null)[] {
  const blocks = new Map<string, IpPrefix>()
  for (const { rules } of policies) {
    for (const rule of rules.values()) {
      if (rule.type !== 'ip-based') continue
      for (const block of rule.branches.flatMap(networksOf)) blocks.set(prefixText(block), block)
    }
  }
  return [null, ...blocks.values()]
}
