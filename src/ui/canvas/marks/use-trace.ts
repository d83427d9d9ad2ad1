import type { StepCandidate } from '../../../engine/resolution'
import type { EndpointId, RuleId } from '../../../model/address'
import type { ConnectionSource } from '../../../policy/edits/can-connect'
import type { AppState } from '../../../store/app-store'
import { selectResolution } from '../../../store/derived'
import { useApp } from '../../app-context'
import { useCanvasState } from '../canvas-context'
import { type TraceMarks, traceMarks } from './trace-marks'

/** How a part of the canvas stands to the answer: on its way, possible with another draw, or passed over. */
export type Light = 'taken' | 'possible' | 'passed'

function selectMarks(state: AppState): TraceMarks | null {
  const resolution = selectResolution(state)
  return resolution && traceMarks(resolution)
}

/** A part of the marks while the path is shown; undefined otherwise. */
function useMarks<T>(select: (marks: TraceMarks, state: AppState) => T): T | undefined {
  const shown = useCanvasState((state) => state.traceShown)
  return useApp((state) => {
    const marks = shown ? selectMarks(state) : null
    return marks ? select(marks, state) : undefined
  })
}

/** How a rule weighed one of its branches; undefined where the query did not pass. */
export function useCandidate(from: NonNullable<ConnectionSource>): StepCandidate | undefined {
  return useMarks((marks) => marks.rules.get(from.rule)?.get(from.branch))
}

/** How the connection of a branch, or of the start, stands to the answer. */
export function useConnectionLight(from: ConnectionSource): Light | undefined {
  return useMarks((marks) => {
    if (from === null) return marks.lit ? 'taken' : 'passed'
    const candidate = marks.rules.get(from.rule)?.get(from.branch)
    if (candidate === undefined) return 'passed'
    return candidate.taken ? 'taken' : candidate.probability > 0 ? 'possible' : 'passed'
  })
}

/** How many rules a query passes before this connection; for the time at which its light arrives. */
export function useDepth(from: ConnectionSource): number {
  return useMarks((marks) => (from === null ? 0 : (marks.depths.get(from.rule) ?? 0) + 1)) ?? 0
}

export function useRuleLight(rule: RuleId): Light | undefined {
  return useMarks((marks) => (marks.rules.has(rule) ? 'taken' : 'passed'))
}

/** `blackholed`: it answers although it is down. */
export function useEndpointLight(endpoint: EndpointId): Light | 'blackholed' | undefined {
  return useMarks((marks) => {
    const mark = marks.endpoints.get(endpoint)
    return mark ? (mark.blackholed ? 'blackholed' : 'taken') : 'passed'
  })
}
