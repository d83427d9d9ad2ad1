import { type CheckCase, checkId, documentWith, type Finding } from '../../model/testing/check-case'

const cidr = (...branches: readonly object[]) =>
  documentWith({
    RuleType: 'cidr',
    CidrLocations: branches.map((branch, index) => ({ EndpointReference: `e${index}`, ...branch })),
  })
const rest = { LocationName: '*' }
const office = { LocationName: 'office', CidrList: ['192.0.2.0/24'] }
const at = (index: number, ...keys: readonly (string | number)[]) =>
  ['/Rules/r/CidrLocations', index, ...keys].join('/')

/** Every rule of the type is marked as what no traffic policy document holds. */
const beside = (...found: readonly Finding[]): readonly Finding[] => [
  ...found.filter(([, pointer]) => pointer === '/Rules/r'),
  ['rule/not-in-traffic-flow', '/Rules/r/RuleType'],
  ...found.filter(([, pointer]) => pointer !== '/Rules/r'),
]

/** Problems of the first branch alone, whose blocks are given. */
const blocks = (title: string, list: unknown, ...found: readonly Finding[]): CheckCase => ({
  title,
  document: cidr({ LocationName: 'office', CidrList: list }, rest),
  problems: beside(...found),
})

/** The checks of an IP-based rule (route53.md 3.7). */
export const cases: readonly CheckCase[] = [
  {
    title: 'blocks of both families and a default are in order, but no traffic policy document holds them',
    document: cidr(
      { LocationName: 'office', CidrList: ['192.0.2.0/24', '2001:db8::/48'] },
      { LocationName: 'partner_1-A', CidrList: ['198.51.100.0/24', '64.0.0.0/2', '8000::/1'] },
      rest,
    ),
    problems: beside(),
  },
  {
    title: 'a name for the collection is in order, and so is its id',
    document: documentWith({
      RuleType: 'cidr',
      CidrCollection: checkId(1),
      CidrLocations: [
        { ...office, EndpointReference: 'a' },
        { ...rest, EndpointReference: 'b' },
      ],
    }),
    problems: beside(),
  },
  {
    title: 'a name that no collection can have is an error',
    document: documentWith({
      RuleType: 'cidr',
      CidrCollection: 'our offices',
      CidrLocations: [
        { ...office, EndpointReference: 'a' },
        { ...rest, EndpointReference: 'b' },
      ],
    }),
    problems: beside(['ip-based/collection-name', '/Rules/r/CidrCollection']),
  },
  {
    title: 'a branch without a location is an error',
    document: cidr({ CidrList: ['192.0.2.0/24'] }, rest),
    problems: beside(['ip-based/location-missing', at(0)]),
  },
  {
    title: 'a name that no location can have is an error',
    document: cidr({ ...office, LocationName: 'seventeen-letters' }, rest),
    problems: beside(['ip-based/location-name', at(0, 'LocationName')]),
  },
  {
    title: 'a location in two branches is an error of the later one',
    document: cidr(office, { ...office, CidrList: ['198.51.100.0/24'] }, rest),
    problems: beside(['ip-based/duplicate-location', at(1, 'LocationName')]),
  },
  {
    title: 'a second default is an error',
    document: cidr(rest, rest),
    problems: beside(['ip-based/second-default', at(1, 'LocationName')]),
  },
  {
    title: 'a rule without a default is a warning',
    document: cidr(office, { LocationName: 'partner', CidrList: ['198.51.100.0/24'] }),
    problems: beside(['ip-based/no-default', '/Rules/r']),
  },
  {
    title: 'blocks of the default have no effect, which is a warning',
    document: cidr(office, { ...rest, CidrList: ['198.51.100.0/24'] }),
    problems: beside(['ip-based/default-blocks', at(1, 'CidrList')]),
  },
  blocks('a location with an empty list of blocks is an error', [], ['ip-based/no-block', at(0, 'CidrList')]),
  blocks('a location without a list of blocks is an error', undefined, ['ip-based/no-block', at(0)]),
  blocks('blocks that are no list are an error', '192.0.2.0/24', ['document/wrong-type', at(0, 'CidrList')]),
  blocks(
    'what is no block is an error',
    ['192.0.2/24', '192.0.2.0/99', '192.0.2.1-192.0.2.9', '*'],
    ...[0, 1, 2, 3].map((index): Finding => ['ip-based/block-form', at(0, 'CidrList', index)]),
  ),
  blocks(
    'a block that is longer than 24 bits of IPv4 or 48 of IPv6, or has none, is an error',
    ['192.0.2.0/25', '192.0.2.7', '2001:db8::/49', '0.0.0.0/0', '::/0'],
    ...[0, 1, 2, 3, 4].map((index): Finding => ['ip-based/block-length', at(0, 'CidrList', index)]),
  ),
  blocks(
    'IPv4 written as IPv6 is an error',
    ['::ffff:192.0.2.0/120'],
    ['ip-based/mapped-block', at(0, 'CidrList', 0)],
  ),
  blocks(
    'bits behind the length are a warning',
    ['192.0.2.7/24'],
    ['ip-based/host-bits', at(0, 'CidrList', 0)],
  ),
  blocks('a placeholder is a note', ['${office}'], ['ip-based/placeholder-block', at(0, 'CidrList', 0)]),
  blocks(
    'a block twice in one location is a warning',
    ['192.0.2.0/24', '192.0.2.9/24'],
    ['ip-based/host-bits', at(0, 'CidrList', 1)],
    ['ip-based/repeated-block', at(0, 'CidrList', 1)],
  ),
  {
    title: 'a block in two locations is an error of the later one',
    document: cidr(office, { LocationName: 'partner', CidrList: ['198.51.100.0/24', '192.0.2.0/24'] }, rest),
    problems: beside(['ip-based/duplicate-block', at(1, 'CidrList', 1)]),
  },
  {
    title: 'a block within one of another location is noted, for the longer one wins',
    document: cidr(office, { LocationName: 'region', CidrList: ['192.0.0.0/16', '192.0.0.0/8'] }, rest),
    problems: beside(['ip-based/nested-block', at(0, 'CidrList', 0)]),
  },
]
