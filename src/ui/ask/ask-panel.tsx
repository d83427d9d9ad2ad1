/** The Ask pane. */
export function AskPanel() {
  return <section aria-label="Ask" />
}
