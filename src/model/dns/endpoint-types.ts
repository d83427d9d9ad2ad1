import type { EndpointType } from '../endpoint'
import { allowsAlias, type RecordType } from './record-types'

/** How an endpoint type goes with a record type: `doubtful` where AWS's own pages contradict each other. */
export type Fit = 'fits' | 'doubtful' | 'refused'

/** Whether an endpoint of a type can stand in a policy of a record type (route53.md 1.2, 2.1, 2.2). */
export function endpointFit(type: EndpointType, recordType: RecordType): Fit {
  if (type === 'value') return 'fits'
  if (!allowsAlias(recordType)) return 'refused'
  if (recordType === 'A') return 'fits'
  if (type === 's3-website') return 'refused'
  return type === 'elastic-beanstalk' ? 'doubtful' : 'fits'
}
