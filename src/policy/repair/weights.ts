import { isJsonNumber, type Json } from '../../model/json'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'
import type { RuleSight, Sight } from './sight'
import { MOST_WEIGHT, wholeWeights } from './whole-weights'

/** Weights that are too large, have decimals, or are percents beside these: as whole numbers from 0 to 255. */
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

const DECIMAL = /^\d+(?:\.(\d{1,6}))?$/
const PERCENT = /\s*(?:%|percent|per cent|pct)$/i

/** Whether some weights of a rule are percents and others parts of one, which have to be mended together. */
export function mixesParts(branches: RuleSight['branches']): boolean {
  const spelled = branches.map(({ branch }) => spelling(branch.get('Weight')) ?? '')
  return spelled.some((text) => PERCENT.test(text)) && spelled.some(isPart)
}

function isPart(text: string): boolean {
  return DECIMAL.test(text) && Number(text) > 0 && Number(text) < 1
}

interface Amount {
  readonly weight: number
  /** How many decimals it has. */
  readonly digits: number
}

/** The weight that a text says: beside percents a part of one is a percent too. Null where it says none. */
function amountOf(text: string | null, besidePercents: boolean): Amount | null {
  const match = text === null ? null : DECIMAL.exec(text.replace(PERCENT, ''))
  if (text === null || !match) return null
  const isHundredfold = besidePercents && isPart(text)
  const digits = Math.max(0, (match[1]?.length ?? 0) - (isHundredfold ? 2 : 0))
  return { weight: Number(match[0]) * (isHundredfold ? 100 : 1), digits }
}

function inRule({ id, branches }: RuleSight): readonly Repair[] {
  if (branches.length > 0 && branches.every(({ branch }) => !branch.has('Weight')))
    return [alike(id, branches)]
  const spelled = branches.map(({ branch }) => spelling(branch.get('Weight')))
  const mixed = mixesParts(branches)
  const amounts = spelled.flatMap((text) => amountOf(text, mixed) ?? [])
  const isSaid = ({ weight, digits }: Amount) => digits === 0 && weight <= MOST_WEIGHT
  if (amounts.length === 0 || amounts.length < branches.length) return []
  if (!mixed && amounts.every(({ weight }) => Number.isInteger(weight) && weight <= MOST_WEIGHT)) return []
  const digits = Math.max(...amounts.map((amount) => amount.digits))
  const whole = wholeWeights(
    amounts.map(({ weight }) => weight),
    digits,
  )
  const wrong = amounts.findIndex((amount, index) => !isSaid(amount) || PERCENT.test(spelled[index] ?? ''))
  const at = branches[wrong]?.path ?? []
  return [
    {
      code: 'repair/weights',
      title: `Write the weights ${shown(spelled)} of rule ${quote(id)} as ${shown(whole.weights)}, which ${effect(whole.error)}`,
      path: [...at, 'Weight'],
      safe: whole.error === 0,
      mends: ['weighted/weight-range', 'document/wrong-type'],
      edits: branches.map(({ branch, path }, index) => {
        const text = String(whole.weights[index])
        const value = isJsonNumber(branch.get('Weight')) ? { number: text } : text
        return { op: 'set', path: [...path, 'Weight'], value }
      }),
    },
  ]
}

function effect(error: number): string {
  if (error === 0) return 'gives the same shares'
  return `moves no share by more than ${roundedUp(error)} percentage points`
}

/** To two digits, never below what it is. */
function roundedUp(points: number): string {
  return (Math.ceil(points * 100) / 100).toFixed(2)
}

function shown(weights: readonly (number | string | null)[]): string {
  return weights.length > 6 ? `${weights.slice(0, 5).join(', ')} …` : weights.join(', ')
}

function spelling(raw: Json | undefined): string | null {
  return isJsonNumber(raw) ? raw.number : typeof raw === 'string' ? raw.trim() : null
}
