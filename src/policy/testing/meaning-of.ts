import { toJsonText } from '../../model/json-text'
import { encodePolicy } from '../document'
import type { Policy } from '../policy'

/**
 * What a policy says, apart from how its document was spelled and what its branches are called inside:
 * two policies with equal meanings answer every query alike. For tests only.
 */
export function meaningOf(policy: Policy): unknown {
  return {
    formatVersion: policy.formatVersion,
    recordType: policy.recordType,
    start: policy.start,
    endpoints: [...policy.endpoints].map(([id, { source: _source, ...endpoint }]) => [id, endpoint]),
    rules: [...policy.rules].map(([id, { type, branches }]) => [
      id,
      type,
      branches.map(({ id: _id, source: _source, ...branch }) => ({
        ...branch,
        // A branch without a location has no spelling of one.
        ...('location' in branch && branch.location.kind === 'none' ? { form: null } : {}),
      })),
    ]),
  }
}

/** The document of a policy as a plain object, to compare with a literal. For tests only. */
export function documentOf(policy: Policy): unknown {
  return JSON.parse(toJsonText(encodePolicy(policy)))
}
