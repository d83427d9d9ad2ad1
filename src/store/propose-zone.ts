import type { AppStore } from './app-store'

/**
 * Keeps the proposed hosted zone of the policy record up to date. The public suffix list is large, so it
 * is loaded apart; it only ever proposes, since a hosted zone need not be a registrable domain.
 */
export function followProposedZone(app: AppStore): () => void {
  let wanted = ''
  async function propose(): Promise<void> {
    const { name } = app.getState().scenario.record
    if (name === wanted) return
    wanted = name
    const { getDomain } = await import('tldts-icann/dist/index.esm.min.js')
    if (name !== wanted) return
    app.getState().proposeZone(getDomain(name.replace(/\.$/, '').replace(/^\*\./, '')))
  }
  void propose()
  return app.subscribe(() => void propose())
}
