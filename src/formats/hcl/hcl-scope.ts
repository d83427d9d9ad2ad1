import type { Json } from '../../model/json'
import type { Bound } from './hcl-references'
import type { HclExpression } from './hcl-tree'

/** Values by the reference that names them: `local.policy`, and `var.regions` for the default of a variable. */
export type HclValues = ReadonlyMap<string, HclExpression>

/** What is known where an expression stands. */
export interface HclScope {
  readonly values: HclValues
  /** What the names of loops around it stand for. */
  readonly bound: Bound
  /** How many more values are written out: locals that lead to locals, and loops in loops, make more than they say. */
  readonly budget: { left: number }
  /** Is told what could not be made of the text, or is supposed: a sentence, and the offset that it is about. */
  readonly say: (offset: number, message: string, what?: 'import/loss' | 'import/default') => void
}

/** Reads a part of an expression, in the same scope where no other is given. */
export type ReadInner = (part: HclExpression, within?: HclScope) => Json
