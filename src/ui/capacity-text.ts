import { readCount } from '../formats/table-numbers'
import type { Capacity } from '../scenario/capacities'

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, b: 1e9 }

/** A capacity as people type it: `40 %`, `50,000`, `50k`, `1.2M`; null for none (empty), undefined for what is no capacity. */
export function readCapacity(text: string): Capacity | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  const amount = readAmount(typed.replace(/%$/, ''))
  if (amount === undefined) return undefined
  return { amount, in: typed.endsWith('%') ? 'percent' : 'load' }
}

/** An amount from 0: `120,000`, `120k`; undefined for what is none. */
export function readAmount(text: string): number | undefined {
  const [, digits = '', letter = ''] = /^(.*?)\s*([kmgb]?)$/i.exec(text.trim()) ?? []
  const amount = digits.includes('%') ? null : readCount(digits, false)
  if (amount === null || amount < 0) return undefined
  return amount * (FACTORS[letter.toLowerCase()] ?? 1)
}

/** As it can be typed again. */
export function capacityText(capacity: Capacity | null): string {
  if (capacity === null) return ''
  const amount = capacity.amount.toLocaleString('en', { maximumFractionDigits: 6 })
  return capacity.in === 'percent' ? `${amount} %` : amount
}
