import { motionMs } from './motion'

/** What the view is asked to do: come closer, go farther, show the whole policy. */
export type Zoom = 'in' | 'out' | 'whole'

/** How the whole policy is brought into view: never larger than it is. */
const WHOLE = { padding: 0.06, maxZoom: 1 } as const
const STEP_MS = 120
const WHOLE_MS = 200

/** What moves the view, whatever nodes it shows. */
interface View {
  zoomIn(options: { readonly duration: number }): Promise<boolean>
  zoomOut(options: { readonly duration: number }): Promise<boolean>
  fitView(options: typeof WHOLE & { readonly duration: number }): Promise<boolean>
}

/** Moves the view closer or farther by a step, or to where the whole policy is seen. */
export function zoomIn(view: View, to: Zoom): Promise<boolean> {
  if (to === 'in') return view.zoomIn({ duration: motionMs(STEP_MS) })
  if (to === 'out') return view.zoomOut({ duration: motionMs(STEP_MS) })
  return view.fitView({ ...WHOLE, duration: motionMs(WHOLE_MS) })
}
