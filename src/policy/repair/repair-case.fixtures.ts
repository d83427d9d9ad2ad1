import type { RepairCode } from './repair'

/** A document, the code of a repair of it, and what it is after all safe ones; `problem` is gone then. */
export interface RepairCase {
  readonly name: string
  readonly code: RepairCode
  readonly problem: string
  readonly before: unknown
  readonly after: unknown
}
