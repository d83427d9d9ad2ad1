/** The Properties pane. */
export function Inspector() {
  return <section aria-label="Properties" />
}
