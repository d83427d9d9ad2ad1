import { startTransition, useEffect, useState } from 'react'
import { useCanvas } from '../canvas-context'
import { useFlowState } from '../flow'

/** Below this zoom no control of a node could be read or hit. */
const SKETCH_ZOOM = 0.28

/** Below this zoom only names are shown, as large as their place allows: nothing else could be read. */
const NAMES_ZOOM = 0.5

/** Below this zoom words are written larger, to be read well. */
const SMALL_ZOOM = 0.8

/** How far away the canvas is, for its style. */
export function useDistance(): 'near' | 'middle' | 'far' {
  return useFlowState(({ transform: [, , zoom] }) =>
    zoom < NAMES_ZOOM ? 'far' : zoom < SMALL_ZOOM ? 'middle' : 'near',
  )
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
