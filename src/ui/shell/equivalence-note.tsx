import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { coverageText, verdictText } from '../../analysis/equivalence/equivalence-words'
import type { Equivalence } from '../../analysis/equivalence/prove-equal'
import type { OutputFormat } from '../../formats/output-format'
import type { Scenario } from '../../scenario/scenario'
import { askForProof, startProofWorker } from '../../store/workers/proof-client'
import type { ProofAnswer } from '../../store/workers/proof-server'
import { Button } from '../kit/button'
import styles from './equivalence-note.module.css'

export interface EquivalenceNoteProps {
  readonly format: OutputFormat
  readonly scenario: Scenario
}

/** How far the comparison is, its end, or that the user called it off. */
type Proof = ProofAnswer | { readonly kind: 'cancelled' }

const NOT_BEGUN: Proof = { kind: 'progress', done: 0 }

/** Whether what is about to be exported answers as the policy does: proved, or the case in which it does not. */
export function EquivalenceNote({ format, scenario }: EquivalenceNoteProps) {
  const { proof, cancel, begin } = useProof(format, scenario)
  switch (proof.kind) {
    case 'unreadable':
      return <NotCompared reason="what is written here cannot be read again." />
    case 'progress':
      return (
        <div className={styles['note']}>
          <LoaderCircle aria-hidden />
          <p role="status">Reading it again and comparing every answer with the policy’s…</p>
          <progress aria-label="Answers compared" value={proof.done} />
          <Button onClick={cancel}>Cancel</Button>
        </div>
      )
    case 'cancelled':
      return (
        <div className={styles['note']}>
          <p role="status">Not compared with the policy.</p>
          <Button onClick={begin}>Compare</Button>
        </div>
      )
    case 'failed':
      return <NotCompared reason={proof.reason} />
    case 'proof':
      return <Verdict result={proof.result} />
  }
}

function NotCompared({ reason }: { readonly reason: string }) {
  return (
    <div className={styles['note']} data-equal={false} role="status">
      <CircleX aria-hidden />
      <p>Not compared with the policy: {reason}</p>
    </div>
  )
}

function Verdict({ result }: { readonly result: Equivalence }) {
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

/** A proof in a worker of its own, which ends with the note. */
function useProof({ id }: OutputFormat, scenario: Scenario) {
  const [proof, setProof] = useState<Proof>(NOT_BEGUN)
  const isCancelled = proof.kind === 'cancelled'
  useEffect(
    () => (isCancelled ? undefined : askForProof(startProofWorker(), id, scenario, setProof)),
    [id, scenario, isCancelled],
  )
  return {
    proof,
    cancel: () => setProof({ kind: 'cancelled' }),
    begin: () => setProof(NOT_BEGUN),
  }
}
