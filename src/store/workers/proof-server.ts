import { type Equivalence, equivalenceSteps } from '../../analysis/equivalence/prove-equal'
import { outputOf } from '../../formats/outputs'
import type { Scenario } from '../../scenario/scenario'

/** What is to be proved: that what a format writes answers as the scenario does. */
export interface ProofRequest {
  /** Id of the format. */
  readonly format: string
  readonly scenario: Scenario
}

export type ProofAnswer =
  /** The part of the comparisons that are done, 0…1. */
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'proof'; readonly result: Equivalence }
  /** The format cannot read again what it wrote. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Writes the scenario, reads that again and compares every answer; tells how far it is. */
export function prove({ format, scenario }: ProofRequest, post: (answer: ProofAnswer) => void): void {
  try {
    post(proofOf(format, scenario, post))
  } catch (error) {
    post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

function proofOf(format: string, scenario: Scenario, post: (answer: ProofAnswer) => void): ProofAnswer {
  const output = outputOf(format)
  const back = output?.readBack?.(output.write(scenario), scenario)
  if (!back?.ok) return { kind: 'unreadable' }
  const { policy, answerOf } = back.value
  const steps = equivalenceSteps(scenario.policy, policy, answerOf, scenario.world)
  let step = steps.next()
  while (!step.done) {
    post({ kind: 'progress', done: step.value.done / step.value.total })
    step = steps.next()
  }
  return { kind: 'proof', result: step.value }
}
