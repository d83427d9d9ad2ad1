import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { coverageText, verdictText } from '../../analysis/equivalence/equivalence-words'
import { type Equivalence, proveEqual } from '../../analysis/equivalence/prove-equal'
import type { OutputFormat } from '../../formats/output-format'
import type { Scenario } from '../../scenario/scenario'
import styles from './equivalence-note.module.css'

export interface EquivalenceNoteProps {
  readonly format: OutputFormat
  readonly scenario: Scenario
}

/** Whether what is about to be exported answers as the policy does: proved, or the case in which it does not. */
export function EquivalenceNote({ format, scenario }: EquivalenceNoteProps) {
  const result = useProof(format, scenario)
  if (result === null) {
    return (
      <p className={styles['note']} role="status">
        <LoaderCircle aria-hidden /> Reading it again and comparing every answer with the policy’s…
      </p>
    )
  }
  if (result === 'unreadable') return null
  const equal = result.kind === 'equal'
  return (
    <div className={styles['note']} data-equal={equal} role="status">
      {equal ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
      <div>
        <p>{verdictText(result)}.</p>
        {equal && (
          <details>
            <summary>What was compared</summary>
            <p className={styles['coverage']}>{coverageText(result.coverage)}.</p>
          </details>
        )}
      </div>
    </div>
  )
}

/** Null until the comparison is done; it waits until the dialog is painted. */
function useProof(format: OutputFormat, scenario: Scenario): Equivalence | 'unreadable' | null {
  const [result, setResult] = useState<Equivalence | 'unreadable' | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const back = format.readBack?.(format.write(scenario), scenario)
      setResult(
        back?.ok
          ? proveEqual(scenario.policy, back.value.policy, back.value.answerOf, scenario.world)
          : 'unreadable',
      )
    }, 50)
    return () => window.clearTimeout(timer)
  }, [format, scenario])
  return result
}
