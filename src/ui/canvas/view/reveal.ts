import { useEffect, useEffectEvent, useRef } from 'react'
import type { Target } from '../../../model/address'
import { BRANCH_HEIGHT } from '../../../scenario/node-size'
import { useApp } from '../../app-context'
import { useCanvasState } from '../canvas-context'
import { useFlowStore, useReactFlow } from '../flow'
import { flowIdOf } from '../flow-id'
import { nodeOf } from '../selection'
import { motionMs } from './motion'
import { panToShow } from './view-box'

/** So much of a node must be in view for it to count as seen, in pixels of the screen. */
const SEEN = 20
const CLOSE_ENOUGH = 0.5
const DURATION_MS = 250

/**
 * Brings what was selected elsewhere into view, such as the node of a problem; what is in view stays where it is.
 * A node that was just added is shown whole.
 */
export function useReveal(): void {
  const selection = useApp((state) => state.selection)
  const revealed = useCanvasState((state) => state.revealed)
  const done = useRef(revealed)
  const flow = useReactFlow()
  const flowStore = useFlowStore()

  function showWhole(target: Target) {
    const node = flow.getInternalNode(flowIdOf(target))
    if (!node) return
    const { width = 0, height = 0 } = node.measured
    const view = flowStore.getState()
    const pan = panToShow({ ...node.internals.positionAbsolute, width, height }, view)
    void flow.setViewport({ ...pan, zoom: view.transform[2] }, { duration: motionMs(DURATION_MS) })
  }

  const reveal = useEffectEvent(() => {
    if (revealed !== null && revealed !== done.current) {
      done.current = revealed
      showWhole(revealed.node)
      return
    }
    const [address, ...others] = selection
    if (!address || others.length > 0) return
    const node = flow.getInternalNode(flowIdOf(nodeOf(address)))
    if (!node) return
    const row = address.kind === 'rule' ? node.handles?.find(({ id }) => id === address.branch) : undefined
    const { width = 0 } = node.measured
    // Of a long rule the row of the branch is meant.
    const height = row === undefined ? (node.measured.height ?? 0) : BRANCH_HEIGHT
    const { x } = node.internals.positionAbsolute
    const y = node.internals.positionAbsolute.y + (row === undefined ? 0 : row.y - BRANCH_HEIGHT / 2)
    const { width: viewWidth, height: viewHeight, transform } = flowStore.getState()
    const [panX, panY, zoom] = transform
    const left = x * zoom + panX
    const top = y * zoom + panY
    const seen =
      left + width * zoom > SEEN &&
      left < viewWidth - SEEN &&
      top + height * zoom > SEEN &&
      top < viewHeight - SEEN
    if (seen && viewWidth > 0) return
    void flow.setCenter(x + width / 2, y + Math.min(height, 400) / 2, {
      zoom: Math.max(zoom, CLOSE_ENOUGH),
      duration: motionMs(DURATION_MS),
    })
  })

  // A node that was just added is laid out by the next frame.
  useEffect(() => {
    const frame = requestAnimationFrame(reveal)
    return () => cancelAnimationFrame(frame)
  }, [selection, revealed])
}
