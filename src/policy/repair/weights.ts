import { isJsonNumber, type Json } from '../../model/json'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'
import type { RuleSight, Sight } from './sight'

/** Weights that are too large, or parts of one, where whole numbers from 0 to 255 give the very same shares. */
export function repairWeights({ rules }: Sight): readonly Repair[] {
  return rules.flatMap((rule) => (rule.type === 'weighted' ? inRule(rule) : []))
}

/** No branch has a weight: perhaps all are to share alike. */
function alike(id: string, branches: RuleSight['branches']): Repair {
  return {
    code: 'repair/weights',
    title: `Give every branch of rule ${quote(id)} the weight 1, so that they share alike`,
    path: branches[0]?.path ?? [],
    safe: false,
    mends: ['weighted/weight-missing'],
    edits: branches.map(({ path }) => ({ op: 'set', path: [...path, 'Weight'], value: { number: '1' } })),
  }
}

const MOST = 255
const DECIMAL = /^\d+(?:\.(\d{1,6}))?$/

function inRule({ id, branches }: RuleSight): readonly Repair[] {
  if (branches.length > 0 && branches.every(({ branch }) => !branch.has('Weight')))
    return [alike(id, branches)]
  const spelled = branches.map(({ branch }) => spelling(branch.get('Weight')))
  const decimals = spelled.map((text) => (text === null ? null : DECIMAL.exec(text)))
  if (decimals.length === 0 || decimals.some((match) => !match)) return []
  const weights = spelled.map(Number)
  if (weights.every((weight) => weight <= MOST && Number.isInteger(weight))) return []
  const digits = Math.max(...decimals.map((match) => match?.[1]?.length ?? 0))
  const whole = weights.map((weight) => Math.round(weight * 10 ** digits))
  const divisor = whole.reduce(commonDivisor, 0)
  const reduced = whole.map((weight) => (divisor === 0 ? 0 : weight / divisor))
  if (reduced.some((weight) => weight > MOST)) return []
  const wrong = weights.findIndex((weight) => weight > MOST || !Number.isInteger(weight))
  const at = branches[wrong]?.path ?? []
  return [
    {
      code: 'repair/weights',
      title: `Write the weights of rule ${quote(id)} as ${shown(reduced)}, which gives the same shares`,
      path: [...at, 'Weight'],
      safe: true,
      mends: ['weighted/weight-range'],
      edits: branches.map(({ branch, path }, index) => {
        const text = String(reduced[index])
        const value = isJsonNumber(branch.get('Weight')) ? { number: text } : text
        return { op: 'set', path: [...path, 'Weight'], value }
      }),
    },
  ]
}

function shown(weights: readonly number[]): string {
  return weights.length > 6 ? `${weights.slice(0, 5).join(', ')} …` : weights.join(', ')
}

function spelling(raw: Json | undefined): string | null {
  return isJsonNumber(raw) ? raw.number : typeof raw === 'string' ? raw.trim() : null
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
