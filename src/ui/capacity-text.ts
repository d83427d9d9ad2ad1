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

/** An amount from 0: `120,000`, `120k`, `1.5` or `1,5`; undefined for what is none. */
export function readAmount(text: string): number | undefined {
  const [, digits = '', letter = ''] = /^(.*?)\s*([kmgb]?)$/i.exec(text.trim()) ?? []
  const amount = digits.includes('%') ? null : (readCount(digits, false) ?? readCount(digits, true))
  if (amount === null || amount < 0) return undefined
  return amount * (FACTORS[letter.toLowerCase()] ?? 1)
}

/** As it can be typed again. */
export function capacityText(capacity: Capacity | null): string {
  if (capacity === null) return ''
  const { amount } = capacity
  return capacity.in === 'percent' ? `${figure(amount)} %` : shortest(amount)
}

/** Millions and billions with their letter, for which a narrow field has room, unless that would round them. */
function shortest(amount: number): string {
  const [letter, unit] = amount < 1e9 ? ['M', 1e6] : ['B', 1e9]
  const isShort = amount >= 1e6 && Number.isInteger((amount * 1000) / unit)
  return isShort ? `${figure(amount / unit)}${letter}` : figure(amount)
}

function figure(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 6 })
}
