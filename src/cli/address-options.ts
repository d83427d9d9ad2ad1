import { parseIpPrefix } from '../model/dns/ip-prefix'
import type { Query } from '../model/query'
import { type Attempt, done, fault } from './attempt'
import { type Arguments, valueOf } from './options'

/** The addresses that options name, as a query has them; left out where they name none. */
export function readAddresses(args: Arguments): Attempt<Pick<Query, 'clientAddress' | 'resolverAddress'>> {
  const clientAddress = valueOf(args, 'address')
  const resolverAddress = valueOf(args, 'resolver-address')
  if (clientAddress !== undefined && !parseIpPrefix(clientAddress)) {
    return fault(
      `--address takes an IP address such as 192.0.2.7, or one with the bits that are passed on, such as 192.0.2.0/20; not “${clientAddress}”.`,
    )
  }
  if (resolverAddress !== undefined && (!parseIpPrefix(resolverAddress) || resolverAddress.includes('/'))) {
    return fault(
      `--resolver-address takes one IP address such as 192.0.2.53, without a length; not “${resolverAddress}”.`,
    )
  }
  return done({ clientAddress, resolverAddress })
}
