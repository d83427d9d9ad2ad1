import type { Problem } from '../../model/problem'
import { selectProblems } from '../../store/derived'
import { useApp } from '../app-context'

/** Everything wrong with the scenario as it stands, in document order. */
export function useProblems(): readonly Problem[] {
  return useApp(selectProblems)
}
