const EVENTS = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'click',
  'keydown',
  'input',
  'change',
  'wheel',
] as const

/** An input older than this is not what caused what happens now. */
const RECENT_MS = 100

let last = Number.NEGATIVE_INFINITY

/** Notes the time of every input of the user from now on; returns how to stop. */
export function followInputTime(): () => void {
  const note = ({ timeStamp }: Event) => {
    last = timeStamp
  }
  for (const type of EVENTS) window.addEventListener(type, note, { capture: true, passive: true })
  return () => {
    for (const type of EVENTS) window.removeEventListener(type, note, { capture: true })
  }
}

/** When the user did what is being handled now, on the clock of `performance.now()`; else now. */
export function inputTime(): number {
  const now = performance.now()
  return now - last < RECENT_MS ? last : now
}
