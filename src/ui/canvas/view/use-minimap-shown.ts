import { useApp } from '../../app-context'
import { useCanvasState } from '../canvas-context'

/** A policy of more nodes is rarely seen whole; of fewer, the overview would rather cover some. */
const OVERVIEW_NODES = 20

/** Whether the overview is shown: as the user decided, else where it helps. */
export function useMinimapShown(): boolean {
  const decided = useCanvasState((state) => state.minimapShown)
  const large = useApp(
    ({ scenario: { policy } }) => policy.rules.size + policy.endpoints.size > OVERVIEW_NODES,
  )
  return decided ?? large
}
