import type { BranchId } from '../../model/address'
import { numberedId } from '../../model/free-id'
import type { Branch } from '../../rules'
import type { Policy } from '../policy'

// AWS documents no syntax for ids; this is what we create, and anything non-empty is read (route53.md 1.1).
const CREATABLE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/
const LONGEST_STEM = 52

/** Why an id cannot be given to a node, as a sentence; null when it can. */
export function whyNotId(policy: Policy, id: string): string | null {
  if (id.trim() === '') return 'An id cannot be empty.'
  if (!CREATABLE.test(id)) {
    return 'An id starts with a letter or digit, goes on with letters, digits, “-” or “_”, and has 63 characters at most.'
  }
  // Two name spaces in the format, but one and the same id in both is never made here (9.12).
  if (policy.rules.has(id)) return `There is already a rule called “${id}”.`
  return policy.endpoints.has(id) ? `There is already an endpoint called “${id}”.` : null
}

/** The first of `stem-1`, `stem-2`, … that neither a rule nor an endpoint has. */
export function freshId(policy: Policy, stem: string): string {
  const clean = stem.replaceAll(/[^A-Za-z0-9_-]/g, '').replace(/^[_-]+/, '')
  const prefix = (clean === '' ? 'node' : clean).slice(0, LONGEST_STEM)
  return numberedId({ has: (id) => policy.rules.has(id) || policy.endpoints.has(id) }, prefix)
}

/** A branch id that no sibling has, in the manner of those that reading gives: `b1`, `b2`, … */
export function freshBranchId(siblings: readonly Branch[]): BranchId {
  const used = siblings.map(({ id }) => Number(/^b(\d+)$/.exec(id)?.[1] ?? 0))
  return `b${Math.max(0, ...used) + 1}`
}
