/** The Canvas pane. */
export function CanvasPane() {
  return <section aria-label="Canvas" />
}
