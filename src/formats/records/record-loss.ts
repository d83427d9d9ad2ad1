import type { Problem, Severity } from '../../model/problem'
import type { Subject } from '../../model/problem-kind'

/** What record sets say otherwise than a policy; at the whole document where no subject is given. */
export function recordLoss(
  what: string,
  severity: Severity,
  message: string,
  { path, at }: { readonly path: Subject['path']; readonly at?: Subject['at'] } = { path: [] },
): Problem {
  const code = `loss/records-${what}`
  return at ? { code, severity, message, path, at } : { code, severity, message, path }
}
