import type { useFlowStore } from '../flow'

type FlowStore = ReturnType<typeof useFlowStore>

/** Where a connection is held: the pointer, and the canvas's size, in pixels of the canvas; null while none is drawn. */
export interface HeldConnection {
  readonly pointer: { readonly x: number; readonly y: number } | null
  readonly width: number
  readonly height: number
}

/** Whether a connection is held beside the canvas, over another pane. */
export function isHeldOutside({ pointer, width, height }: HeldConnection): boolean {
  if (pointer === null) return false
  return pointer.x < 0 || pointer.y < 0 || pointer.x > width || pointer.y > height
}

/**
 * Lets the canvas move under a connection only while it is held over the canvas: near its edge. React Flow itself
 * moves on and on while the pointer rests anywhere beyond, until the policy is out of sight.
 */
export function holdPanOutside(store: FlowStore): void {
  const { panBy } = store.getState()
  store.setState({
    panBy: async (delta) => {
      const { connection, width, height } = store.getState()
      const { pointer } = connection
      return isHeldOutside({ pointer, width, height }) ? false : panBy(delta)
    },
  })
}
