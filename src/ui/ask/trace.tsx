import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import { continentRemark } from '../../analysis/continent-words'
import {
  LATENCY_ESTIMATE,
  measuresText,
  NODATA_IS_FINAL,
  nodataText,
  percentText,
  reasonText,
} from '../../analysis/words'
import type { Step, StepCandidate } from '../../engine/resolution'
import { decidingPlace } from '../../model/query'
import { definitionOf, type Rule } from '../../rules'
import { selectResolution } from '../../store/derived'
import { useApp, useAppStore } from '../app-context'
import styles from './trace.module.css'

/** The way to the answer, step by step, with what was passed over and why. */
export function Trace() {
  const resolution = useApp(selectResolution)
  const policy = useApp(({ scenario }) => scenario.policy)
  const country = useApp(({ asked }) => asked && decidingPlace(asked.query).country)
  if (!resolution) return null
  return (
    <section aria-label="Why" className={styles['trace']}>
      <h3>Why</h3>
      <ol className={styles['steps']}>
        {resolution.steps.map((step, index) => (
          // A step's place in the walk is what it is.
          <li key={`${step.kind} ${index.toString()}`}>
            {step.kind === 'rule' ? (
              <RuleStep step={step} rule={policy.rules.get(step.rule)} country={country} />
            ) : step.kind === 'endpoint' ? (
              <EndpointStep id={step.endpoint} blackholed={step.blackholed} />
            ) : (
              <p className={styles['nodata']}>
                {nodataText(step.reason)}. {NODATA_IS_FINAL}.
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function EndpointStep({ id, blackholed }: { readonly id: string; readonly blackholed: boolean }) {
  const store = useAppStore()
  return (
    <p className={styles['endpoint']}>
      Answers with{' '}
      <button type="button" onClick={() => store.getState().select([{ kind: 'endpoint', id }])}>
        {id}
      </button>
      {blackholed && ', which is down: black-holed'}
    </p>
  )
}

interface RuleStepProps {
  readonly step: Extract<Step, { kind: 'rule' }>
  readonly rule: Rule | undefined
  /** Of the place that decides; null where it is not known. */
  readonly country: string | null
}

/** How many passed-over branches are listed before the rest is folded away. */
const SHOWN = 6

function RuleStep({ step, rule, country }: RuleStepProps) {
  const store = useAppStore()
  if (!rule) return null
  const definition = definitionOf(rule)
  const taken = step.candidates.filter((candidate) => candidate.taken)
  const passed = step.candidates.filter((candidate) => !candidate.taken)
  const list = (candidates: readonly StepCandidate[]) =>
    candidates.map((candidate) => (
      <CandidateLine key={candidate.branch} candidate={candidate} label={labelIn(rule, candidate.branch)} />
    ))
  const remark = continentRemark(rule, country)
  const estimated = step.candidates.some(({ measures }) => measures.latencyFrom === 'estimate')

  return (
    <>
      <p className={styles['rule']}>
        {definition.title}{' '}
        <button type="button" onClick={() => store.getState().select([{ kind: 'rule', id: step.rule }])}>
          {step.rule}
        </button>
      </p>
      <ul className={styles['candidates']}>
        {list(taken)}
        {list(passed.slice(0, SHOWN))}
      </ul>
      {passed.length > SHOWN && (
        <details className={styles['rest']}>
          <summary>{passed.length - SHOWN} more passed over</summary>
          <ul className={styles['candidates']}>{list(passed.slice(SHOWN))}</ul>
        </details>
      )}
      {remark !== null && <p className={styles['remark']}>{remark}</p>}
      {step.undefinedByAws && (
        <p className={styles['remark']}>
          The client’s location is unknown, and AWS does not say what this rule does then; document order was
          taken.
        </p>
      )}
      {estimated && (
        <p className={styles['remark']}>
          Latencies are {LATENCY_ESTIMATE}; AWS does not publish its own. What you have measured is given
          below, under Latencies.
        </p>
      )}
    </>
  )
}

function labelIn(rule: Rule, branchId: string): string {
  const branch = rule.branches.find(({ id }) => id === branchId)
  return branch ? definitionOf(rule).labelOf(branch) : ''
}

function CandidateLine({ candidate, label }: { readonly candidate: StepCandidate; readonly label: string }) {
  const Icon = candidate.taken ? CircleCheck : candidate.healthy ? CircleMinus : CircleX
  const measures = measuresText(candidate)
  const target = candidate.target?.id ?? 'nowhere'
  return (
    <li className={styles['candidate']} data-taken={candidate.taken} data-healthy={candidate.healthy}>
      <Icon aria-hidden />
      <span>
        <strong>{label}</strong> → {target}
        {candidate.probability > 0 && candidate.probability < 1 && (
          <> · {percentText(candidate.probability)}</>
        )}
        <span className={styles['reason']}>
          {reasonText(candidate.reason)}
          {measures !== '' && `: ${measures}`}
        </span>
      </span>
    </li>
  )
}
