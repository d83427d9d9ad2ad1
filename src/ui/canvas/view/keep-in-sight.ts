import { useEffect, useEffectEvent, useRef } from 'react'
import { useApp } from '../../app-context'
import { useFlowStore, useReactFlow } from '../flow'
import { viewIn } from './view-box'
import { zoomIn } from './zoom'

/**
 * Shows the whole policy when nodes have gone and none of what is left is in view: after undoing what was added far
 * from the start, the canvas would be blank.
 */
export function useKeepInSight(): void {
  const count = useApp(({ scenario: { policy } }) => policy.rules.size + policy.endpoints.size)
  const before = useRef(count)
  const flow = useReactFlow()
  const flowStore = useFlowStore()

  const look = useEffectEvent(() => {
    const view = flowStore.getState()
    if (view.width > 0 && flow.getIntersectingNodes(viewIn(view)).length === 0) void zoomIn(flow, 'whole')
  })

  useEffect(() => {
    const haveGone = count < before.current
    before.current = count
    if (!haveGone) return
    // What is left is laid out by the next frame.
    const frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [count])
}
