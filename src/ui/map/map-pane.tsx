/** The Map pane. */
export function MapPane() {
  return <section aria-label="Map" />
}
