import { readable } from '../model/field'
import type { AppStore } from './app-store'

/** The registrable domain of a DNS name by the public suffix list, which is large and so loaded apart. */
export async function proposedZoneOf(name: string): Promise<string | null> {
  const { getDomain } = await import('tldts-icann/dist/index.esm.min.js')
  return getDomain(name.replace(/\.$/, '').replace(/^\*\./, ''))
}

/**
 * Keeps the proposed hosted zone up to date wherever it decides something: whether a CNAME policy stands
 * at the apex. It only ever proposes, since a hosted zone need not be a registrable domain.
 */
export function followProposedZone(app: AppStore): () => void {
  let wanted: string | null = null
  async function propose(): Promise<void> {
    const { policy, record } = app.getState().scenario
    const name = readable(policy.recordType) === 'CNAME' && record.hostedZone === null ? record.name : null
    if (name === wanted) return
    wanted = name
    const zone = name === null ? null : await proposedZoneOf(name)
    if (name === wanted) app.getState().proposeZone(zone)
  }
  void propose()
  return app.subscribe(() => void propose())
}
