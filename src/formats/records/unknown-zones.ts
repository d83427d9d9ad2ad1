import type { EndpointId } from '../../model/address'
import type { RecordSet } from './record-set'

/** The endpoints whose aliases need a hosted zone id that is not known, each once. */
export function unknownZones(sets: readonly RecordSet[]): readonly EndpointId[] {
  return [
    ...new Set(
      sets.flatMap(({ answer }) =>
        answer.kind === 'alias' && answer.alias.zone.kind === 'unknown' ? [answer.alias.zone.endpoint] : [],
      ),
    ),
  ]
}
