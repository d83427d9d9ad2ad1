import type { BranchId, RuleId } from '../../model/address'
import type { BiasReply, CurveResult } from '../../store/workers/bias-protocol'
import { type Explored, useExplored } from './use-explored'

export type Curves = ReadonlyMap<BranchId, CurveResult>

/** A step of a bias that moves more than this part of the world's demand is a cliff. */
export const LEAST_JUMP = 0.01

/** What each location of a rule would get at each bias; they come in one by one. */
export function useCurves(rule: RuleId): Explored<Curves> {
  return useExplored<Curves>({ kind: 'curves', rule, leastJump: LEAST_JUMP }, withCurve)
}

function withCurve(reply: BiasReply, before: Curves | null): Curves | null {
  return reply.kind === 'curve' ? new Map(before).set(reply.curve.branch, reply.curve) : before
}
