/** The Problems pane. */
export function ProblemsPanel() {
  return <section aria-label="Problems" />
}
