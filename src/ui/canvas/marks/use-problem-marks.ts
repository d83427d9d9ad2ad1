import type { Problem } from '../../../model/problem'
import { selectProblems } from '../../../store/derived'
import { useApp } from '../../app-context'
import { problemMarks } from './problem-marks'

const NONE: readonly Problem[] = []

/** The problems of a node, by its key. */
export function useNodeProblems(key: string): readonly Problem[] {
  return useApp((state) => problemMarks(selectProblems(state)).nodes.get(key) ?? NONE)
}

/** The problems of one branch, by the id of its edge. */
export function useBranchProblems(edgeId: string): readonly Problem[] {
  return useApp((state) => problemMarks(selectProblems(state)).branches.get(edgeId) ?? NONE)
}
