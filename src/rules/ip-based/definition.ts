import { readable, readField, text, textList, writeField } from '../../model/field'
import { someText } from '../../model/json-schema'
import type { Branch } from '../branch'
import type { RuleDefinition } from '../definition'
import { outlookOfChain } from '../group-outlook'
import { check, IP_BASED_PROBLEMS } from './check'
import { byBlock, REASONS } from './decision'
import { DEFAULT_LOCATION, freshName, type IpBasedKeys, isDefaultLocation, networksOf } from './location'

export interface IpBasedBranch extends Branch, IpBasedKeys {}

/**
 * IP-based: the location whose longest CIDR block holds the client's address (route53.md 3.7). Route 53 has it for
 * plain record sets only; in a scenario it is kept in the same form as the other types, under names of our own.
 */
export const ipBased: RuleDefinition<'ip-based', IpBasedBranch> = {
  type: 'ip-based',
  documentType: 'cidr',
  inTrafficFlow: false,
  title: 'IP-based',
  summary:
    'Answers by the block of IP addresses that the client’s address is in. Plain record sets only: Traffic Flow has no such rule.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html',
  form: { kind: 'list', key: 'CidrLocations' },
  ruleKeys: {
    CidrCollection: someText('Id or name of the CIDR collection that the locations are in', 'offices'),
  },
  documentKeys: {
    LocationName: someText(
      'Name of the location in its CIDR collection, or * for the default',
      'office',
      '*',
    ),
    CidrList: {
      type: 'array',
      description: 'Blocks of addresses: IPv4 with 1 to 24 bits, IPv6 with 1 to 48',
      items: someText('A block in CIDR notation', '192.0.2.0/24', '2001:db8::/32'),
    },
  },
  requiredKeys: ['LocationName'],
  usesClient: true,
  usesAddress: true,
  endpointsOnly: false,
  answersSeveral: false,
  settings: {
    LocationName: (value) => (value === DEFAULT_LOCATION ? 'default location' : `location ${value}`),
    CidrList: (value) => (value === '' ? null : `blocks ${value}`),
  },
  region: null,
  decodeBranch: (base) => ({
    ...base,
    locationName: readField(base.source, 'LocationName', text),
    blocks: readField(base.source, 'CidrList', textList),
  }),
  encodeBranch(branch, into) {
    writeField(into, 'LocationName', text, branch.locationName)
    writeField(into, 'CidrList', textList, branch.blocks)
  },
  // The first branch is the default, so that no client is left without an answer.
  adoptBranch: (base, siblings) => ({
    ...base,
    ...(siblings.some(isDefaultLocation)
      ? { locationName: freshName(siblings), blocks: [] }
      : { locationName: DEFAULT_LOCATION, blocks: undefined }),
  }),
  labelOf(branch) {
    if (isDefaultLocation(branch)) return 'Default'
    return readable(branch.locationName) || readable(branch.blocks)?.[0] || 'No location'
  },
  detailOf: (branch) => (isDefaultLocation(branch) ? '' : (readable(branch.blocks) ?? []).join(' ')),
  prepare: ({ branches }) =>
    byBlock(branches.map((branch) => (isDefaultLocation(branch) ? 'default' : networksOf(branch)))),
  groupOutlook: (branches, outlooks) => outlookOfChain(outlooks, branches.findIndex(isDefaultLocation)),
  reasons: REASONS,
  problems: IP_BASED_PROBLEMS,
  check,
}
