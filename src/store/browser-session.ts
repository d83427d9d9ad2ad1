import type { SessionBrowser } from './session'

const AUTOSAVE_PAUSE_MS = 300

/** The session's view of the real browser tab. */
export const browserSession: SessionBrowser = {
  linkPayload: () => window.location.hash.slice(1),
  entryId() {
    const entry: unknown = window.history.state
    if (typeof entry !== 'object' || entry === null || !('scenario' in entry)) return null
    return typeof entry.scenario === 'string' ? entry.scenario : null
  },
  replaceEntry: (id) => window.history.replaceState({ scenario: id }, '', plainAddress()),
  pushEntry: (id) => window.history.pushState({ scenario: id }, '', plainAddress()),
  newId,
  later(run) {
    const timer = window.setTimeout(run, AUTOSAVE_PAUSE_MS)
    return () => window.clearTimeout(timer)
  },
}

function plainAddress(): string {
  return window.location.pathname + window.location.search
}

// `crypto.randomUUID` exists in secure contexts only, and the site may be served from a plain address.
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('')
}
