import { type Bound, lookedUp, scalarText } from './hcl-references'

/** Whether a condition holds, as far as the names of loops tell; null when something else would have to. */
export function conditionOf(written: string, bound: Bound): boolean | null {
  const whole = written.trim()
  const sign = whole.search(/[=!]=/)
  if (sign > 0) {
    const left = operand(whole.slice(0, sign).trim(), bound)
    const right = operand(whole.slice(sign + 2).trim(), bound)
    return left === undefined || right === undefined ? null : (left === right) === (whole[sign] === '=')
  }
  const not = whole.startsWith('!')
  const inner = not ? whole.slice(1).trim() : whole
  const value = inner === 'true' || (inner === 'false' ? false : lookedUp(inner, bound))
  return typeof value === 'boolean' ? value !== not : null
}

function operand(written: string, bound: Bound): string | undefined {
  const quoted = /^"([^"\\$%]*)"$/.exec(written)
  if (quoted) return quoted[1]
  if (/^(-?\d+(\.\d+)?|true|false)$/.test(written)) return written
  const known = lookedUp(written, bound)
  return known === undefined ? undefined : scalarText(known)
}
