import { startTransition, useEffect, useState } from 'react'
import { useCanvas } from '../canvas-context'
import { useFlowState } from '../flow'

/** Below this zoom no control of a node could be read or hit. */
const SKETCH_ZOOM = 0.28

/** Below this zoom only names are shown, as large as their place allows: nothing else could be read. */
const NAMES_ZOOM = 0.5

/** Below these zooms words are written larger, and larger still, to be read well. */
const SMALL_ZOOM = 0.8
const SMALLER_ZOOM = 0.62

/** How far away the canvas is: from `low` on controls that would be too small to be hit are left out. */
export type Distance = 'near' | 'middle' | 'low' | 'far'

/** How far away the canvas is, for its style. */
export function useDistance(): Distance {
  return useFlowState(({ transform: [, , zoom] }) => {
    if (zoom < NAMES_ZOOM) return 'far'
    if (zoom < SMALLER_ZOOM) return 'low'
    return zoom < SMALL_ZOOM ? 'middle' : 'near'
  })
}

/** Whether the canvas is too far away for details. */
export function useFar(): boolean {
  return useFlowState(({ transform }) => transform[2] < SKETCH_ZOOM)
}

/**
 * Whether a node is to be drawn as a mere box: from far away and, when it comes into view while the canvas
 * is being moved, until that is over. So moving a large policy stays smooth.
 */
export function useSketched(): boolean {
  const { store } = useCanvas()
  const far = useFar()
  const [waiting, setWaiting] = useState(() => store.getState().moving)
  useEffect(() => {
    if (!waiting) return
    return store.subscribe(({ moving }) => {
      if (!moving) startTransition(() => setWaiting(false))
    })
  }, [waiting, store])
  return far || waiting
}
