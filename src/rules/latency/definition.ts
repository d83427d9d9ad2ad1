import { REGIONS } from '../../geo/regions'
import { type Loose, readable, readField, text, writeField } from '../../model/field'
import { oneOfWords } from '../../model/json-schema'
import type { Branch } from '../branch'
import type { RuleDefinition } from '../definition'
import { outlookOfAny } from '../group-outlook'
import { check, LATENCY_PROBLEMS } from './check'
import { byLatency } from './decision'

export interface LatencyBranch extends Branch {
  /** Plain AWS Region code, without the prefix that geoproximity uses (route53.md 3.4). */
  readonly region: Loose<string>
}

/** Latency: the Region with the lowest round trip time from the client (route53.md 4.5). */
export const latency: RuleDefinition<'latency', LatencyBranch> = {
  type: 'latency',
  documentType: 'latency',
  inTrafficFlow: true,
  title: 'Latency',
  summary: 'Answers with the AWS Region that is fastest to reach from the client.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html',
  form: { kind: 'list', key: 'Regions' },
  ruleKeys: {},
  documentKeys: {
    Region: oneOfWords(
      'Code of an AWS Region, without a prefix',
      REGIONS.filter(({ usable }) => usable).map(({ code }) => code),
    ),
  },
  requiredKeys: ['Region'],
  usesClient: true,
  usesAddress: false,
  endpointsOnly: false,
  answersSeveral: false,
  settings: { Region: (_value, label) => `location ${label}` },
  region: {
    keys: ['Region'],
    read: ({ region }) => region,
    write: (branch, region) => ({ ...branch, region }),
  },
  decodeBranch: (base) => ({ ...base, region: readField(base.source, 'Region', text) }),
  encodeBranch: (branch, into) => writeField(into, 'Region', text, branch.region),
  adoptBranch: (base, siblings) => ({
    ...base,
    region: REGIONS.find(({ code }) => siblings.every(({ region }) => region !== code))?.code,
  }),
  labelOf: (branch) => readable(branch.region) || 'No Region',
  prepare: ({ branches }, world) =>
    byLatency(
      branches.map((branch) => readable(branch.region) ?? null),
      world.latencies,
    ),
  groupOutlook: (_branches, outlooks) => outlookOfAny(outlooks),
  reasons: {},
  problems: LATENCY_PROBLEMS,
  check,
}
