import { isEndpointType } from '../../../model/endpoint'
import { isMalformed } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { inSentence } from '../../../model/in-sentence'
import { quoted } from '../../../policy/edits/members'
import { type Policy, targetExists } from '../../../policy/policy'
import type { Branch, Rule } from '../../../rules'
import { definitionOf } from '../../../rules'

/** What "evaluate target health" means for a branch as it stands. */
export interface TargetHealth {
  /** `none`: the format has no such key here, and none is written. */
  readonly use: 'none' | 'without-effect' | 'applies'
  readonly on: boolean
  /** Whether the document says it, in whatever spelling. */
  readonly written: boolean
  readonly note: string
}

/** Says what the flag does, or why it does nothing (route53.md 0.8, 2.1, 3.5, 9.1). */
export function targetHealthOf(policy: Policy, rule: Rule, branch: Branch): TargetHealth {
  const flag = branch.evaluateTargetHealth
  const written = flag !== undefined
  const on = flag === true
  const idle = (note: string): TargetHealth => ({ use: 'without-effect', on, written, note })

  if (definitionOf(rule).endpointsOnly) {
    if (!written) return { use: 'none', on, written, note: '' }
    const { title } = definitionOf(rule)
    return idle(`The format has no place for it in a ${inSentence(title)} rule, where it means nothing.`)
  }
  const { target } = branch
  if (target === null) return idle('Lead the branch somewhere first.')
  if (!targetExists(policy, target)) return idle('Lead the branch to something that exists first.')
  const type = target.kind === 'endpoint' ? policy.endpoints.get(target.id)?.type : undefined
  if (type === 'value') {
    return idle(
      `No effect: ${quoted(target.id)} is a plain value without health of its own. Use a health check.`,
    )
  }
  if (type === 'cloudfront') {
    return idle('Route 53 cannot evaluate the health of a CloudFront distribution. Use a health check.')
  }
  if (target.kind === 'endpoint' && !isEndpointType(type)) return idle('The endpoint has no type yet.')
  return { use: 'applies', on, written, note: noteOf(flag, quoted(target.id), target.kind) }
}

function noteOf(flag: Branch['evaluateTargetHealth'], id: string, kind: 'rule' | 'endpoint'): string {
  if (isMalformed(flag))
    return `The document says ${spelled(flag.malformed)}, which is neither true nor false.`
  if (flag === undefined)
    return 'Not written in the document. AWS documents no default, so it counts as off here.'
  const when = kind === 'rule' ? `everything below ${id} is unhealthy` : `AWS finds ${id} unhealthy`
  return flag ? `Counts as unhealthy when ${when}.` : `Keeps sending here even when ${when}.`
}
