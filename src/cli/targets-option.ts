import type { ShareTarget } from '../analysis/tuning/share-targets'
import type { Policy } from '../policy/policy'
import { type Attempt, done, fault } from './attempt'
import { readDecimal } from './coordinates-option'

/** Reads `ENDPOINT=PERCENT` or `ENDPOINT=LEAST..MOST`, split at the last `=`; each endpoint once. */
export function readTargets(texts: readonly string[], policy: Policy): Attempt<readonly ShareTarget[]> {
  if (texts.length === 0) return fault('There is no --target ENDPOINT=PERCENT.')
  const targets = new Map<string, ShareTarget>()
  for (const text of texts) {
    const at = text.lastIndexOf('=')
    const endpoint = text.slice(0, Math.max(0, at))
    const range = at < 0 ? null : readPercents(text.slice(at + 1))
    if (!range) {
      return fault(
        `--target takes an endpoint and percent of demand, such as fra=35 or fra=30..40; not “${text}”.`,
      )
    }
    if (!policy.endpoints.has(endpoint)) {
      return fault(`--target: there is no endpoint “${endpoint}” in this policy.`)
    }
    if (targets.has(endpoint)) return fault(`--target: endpoint “${endpoint}” has more than one target.`)
    targets.set(endpoint, { endpoint, ...range })
  }
  return done([...targets.values()])
}

function readPercents(text: string): { readonly least: number; readonly most: number } | null {
  const [first = '', second = first, ...more] = text.replace(/ ?%$/, '').split('..')
  const least = readDecimal(first)
  const most = readDecimal(second)
  if (least === undefined || most === undefined || more.length > 0) return null
  return least >= 0 && least <= most && most <= 100 ? { least: least / 100, most: most / 100 } : null
}
