import type { CostLine } from '../rules/decision'
import type { CoverageDisc } from './coverage-disc'
import type { CoverageField } from './coverage-field'
import type { Plan } from './coverage-plan'

/**
 * What the mixes of blocks follow from, as numbers: which branches may win there and what they cost. A block that has
 * the key that it had before has the mixes that it had before. So after a move of one location most blocks need no
 * second look: those where it wins neither before nor now.
 */
export interface BlockKeys {
  /** Keeps the key that the plans here give a block in the disc of a level; returns whether it had that already. */
  readonly keep: (
    at: number,
    plans: readonly Plan[],
    here: readonly number[],
    level: number,
    disc: CoverageDisc,
  ) => boolean
  readonly forget: (at: number) => void
}

/** Numbers for what keys are made of: things that say the same have the same number, and no number is given twice. */
export interface KeyNumbers {
  /** A number for each branch of a field. */
  readonly ofLines: (field: CoverageField) => Int32Array
  /** The number of a blend's choice. */
  readonly ofChoice: (choice: string) => number
}

/** Longer keys are not kept. */
const LONGEST = 24
const ROOM = 1 + LONGEST

/**
 * Keys for as many blocks. They hold as long as the pixels of a block are divided among its plans as before: `division`
 * is to give another number whenever that changes.
 */
export function createBlockKeys(blocks: number, numbers: KeyNumbers, division: () => number): BlockKeys {
  // Of each block the length of its key, 0 where there is none, and the key.
  const kept = new Int32Array(blocks * ROOM)
  const key = new Int32Array(LONGEST)
  let length = 0

  /** Adds to the key; false when there is no room. */
  function add(item: number): boolean {
    if (length === LONGEST) return false
    key[length++] = item
    return true
  }

  /** Adds what a plan gives in a disc; false when that has no key. No plan's part begins that of another. */
  function addPlan(plan: Plan, level: number, disc: CoverageDisc): boolean {
    if (plan.kind === 'mix') return add(-1 - plan.mix)
    if (plan.kind === 'blend') {
      // No field begins with 0, since at least one of its branches wins.
      if (!add(0) || !add(numbers.ofChoice(plan.choice))) return false
      return plan.parts.every((part) => addPlan(part, level, disc))
    }
    const { field, next } = plan
    const lines = numbers.ofLines(field)
    const count = field.narrow(level, disc)
    if (!add(count)) return false
    for (let position = 0; position < count; position++) {
      const branch = field.survivor(level, position)
      const below = next[branch]
      if (!below || !add(lines[branch] ?? 0) || !addPlan(below, level, disc)) return false
    }
    return true
  }

  return {
    keep(at, plans, here, level, disc) {
      const start = at * ROOM
      length = 0
      add(division())
      const hasKey = here.every((index) => {
        const plan = plans[index]
        return plan !== undefined && addPlan(plan, level, disc)
      })
      if (!hasKey) {
        kept[start] = 0
        return false
      }
      let isSame = kept[start] === length
      kept[start] = length
      for (let index = 0; index < length; index++) {
        const item = key[index] ?? 0
        if (kept[start + 1 + index] !== item) isSame = false
        kept[start + 1 + index] = item
      }
      return isSame
    },
    forget(at) {
      kept[at * ROOM] = 0
    },
  }
}

/** So many things are remembered; those that are forgotten get new numbers. */
const MOST_REMEMBERED = 4096

export function createKeyNumbers(): KeyNumbers {
  const known = new Map<string, number>()
  const ofField = new WeakMap<CoverageField, Int32Array>()
  let last = 0

  function numberOf(text: string): number {
    const number = known.get(text) ?? ++last
    if (known.size > MOST_REMEMBERED) known.clear()
    known.set(text, number)
    return number
  }

  return {
    ofLines(field) {
      const numbers = ofField.get(field) ?? Int32Array.from(field.lines, (line) => numberOf(lineText(line)))
      ofField.set(field, numbers)
      return numbers
    },
    ofChoice: numberOf,
  }
}

function lineText({ site, base, perKm }: CostLine): string {
  return site ? `${site.x} ${site.y} ${site.z} ${base} ${perKm}` : String(base)
}
