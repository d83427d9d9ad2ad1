import { type Bound, lookedUp, scalarText } from './hcl-references'

/** Whether a condition holds, as far as the names of loops tell; null when something else would have to. */
export function conditionOf(written: string, bound: Bound): boolean | null {
  const [, not, inner = ''] = /^(!?)\s*(.*)$/s.exec(written.trim()) ?? []
  const compared = /^(.+?)\s*(==|!=)\s*(.+)$/s.exec(inner)
  if (compared && not === '') {
    const [, left = '', sign, right = ''] = compared
    const [a, b] = [operand(left, bound), operand(right, bound)]
    return a === undefined || b === undefined ? null : (a === b) === (sign === '==')
  }
  const value = inner === 'true' || (inner === 'false' ? false : lookedUp(inner, bound))
  return typeof value === 'boolean' ? value !== (not === '!') : null
}

function operand(written: string, bound: Bound): string | undefined {
  const quoted = /^"([^"\\$%]*)"$/.exec(written)
  if (quoted) return quoted[1]
  if (/^(-?\d+(\.\d+)?|true|false)$/.test(written)) return written
  const known = lookedUp(written, bound)
  return known === undefined ? undefined : scalarText(known)
}
