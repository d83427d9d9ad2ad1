// While a slider is dragged, what is expensive to show may wait: the map is to follow every move.

const ENDS = ['pointerup', 'pointercancel', 'blur'] as const

let drags = 0
const waiting = new Set<() => void>()

/**
 * Says that a drag has begun. It is over when the pointer is let go, wherever that is, or what is returned is called;
 * `over` is called then.
 */
export function beginDrag(over: () => void): () => void {
  let isOver = false
  function end(): void {
    if (isOver) return
    isOver = true
    for (const type of ENDS) window.removeEventListener(type, end)
    drags--
    over()
    if (drags === 0) for (const ended of waiting) ended()
  }
  drags++
  for (const type of ENDS) window.addEventListener(type, end)
  return end
}

export function isDragging(): boolean {
  return drags > 0
}

/** Calls back whenever the last drag is over; returns how to stop. */
export function onDragEnd(ended: () => void): () => void {
  waiting.add(ended)
  return () => waiting.delete(ended)
}
