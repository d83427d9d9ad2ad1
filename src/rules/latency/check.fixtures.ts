import { type CheckCase, documentWith } from '../../model/testing/check-case'

const latency = (...regions: readonly unknown[]) =>
  documentWith({
    RuleType: 'latency',
    Regions: regions.map((region, index) => ({
      EndpointReference: `e${index}`,
      ...(region === undefined ? {} : { Region: region }),
    })),
  })

/** The checks of a latency rule (route53.md 3.4, V25). */
export const cases: readonly CheckCase[] = [
  { title: 'plain Region codes are in order', document: latency('us-east-1', 'eu-west-1'), problems: [] },
  {
    title: 'a Region that stands twice is an error of the later branch',
    document: latency('us-east-1', 'eu-west-1', 'us-east-1'),
    problems: [['latency/duplicate-region', '/Rules/r/Regions/2/Region']],
  },
  {
    title: 'an unknown Region is an error',
    document: latency('us-east-1', 'mars-north-1'),
    problems: [['latency/unknown-region', '/Rules/r/Regions/1/Region']],
  },
  {
    title: 'a Region that Route 53’s list lacks is an error',
    document: latency('us-east-1', 'sa-west-1'),
    problems: [['latency/unknown-region', '/Rules/r/Regions/1/Region']],
  },
  {
    title: 'the prefix of geoproximity is an error here',
    document: latency('us-east-1', 'aws:route53:eu-west-1'),
    problems: [['latency/unknown-region', '/Rules/r/Regions/1/Region']],
  },
  {
    title: 'a Local Zone or an Availability Zone is no Region',
    document: latency('us-east-1-atl-1a', 'us-east-1a', 'US-EAST-1'),
    problems: [
      ['latency/unknown-region', '/Rules/r/Regions/0/Region'],
      ['latency/unknown-region', '/Rules/r/Regions/1/Region'],
      ['latency/unknown-region', '/Rules/r/Regions/2/Region'],
    ],
  },
  {
    title: 'a missing Region is an error of its branch',
    document: latency('us-east-1', undefined),
    problems: [['latency/region-missing', '/Rules/r/Regions/1']],
  },
  {
    title: 'placeholders are notes, even the same one twice',
    document: latency('%[1]s', '%[1]s'),
    problems: [
      ['document/placeholder', '/Rules/r/Regions/0/Region'],
      ['document/placeholder', '/Rules/r/Regions/1/Region'],
    ],
  },
]
