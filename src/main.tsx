import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore } from './store/app-store'
import { browserSession } from './store/browser-session'
import { browserStorage } from './store/browser-storage'
import { loadChecks } from './store/derived'
import { createLibrary } from './store/library'
import { createScenarioLocks } from './store/locks'
import { followProposedZone } from './store/propose-zone'
import { createSession } from './store/session'
import { App } from './ui/app'
import { AppContext } from './ui/app-context'
import { SessionContext } from './ui/session-context'
import { applyTheme, currentTheme } from './ui/shell/theme'
import { whenIdle } from './ui/when-idle'
import './ui/tokens.css'

/** So long after the start the first use is not disturbed; then the site is kept for use without a network. */
const KEEP_AFTER_MS = 4000

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')

applyTheme(currentTheme())
const app = createAppStore()
// The formats are loaded when something is to be read, or when the first picture stands.
const library = createLibrary(
  browserStorage(),
  async () => {
    const { encodeScenarioLine, decodeScenarioFile } = await import('./formats/scenario-file')
    return { encode: encodeScenarioLine, decode: decodeScenarioFile }
  },
  () => Date.now(),
)
const session = createSession({
  app,
  library,
  locks: createScenarioLocks(navigator.locks),
  browser: browserSession,
  decodeLink: async (payload) => (await import('./formats/link')).decodeLink(payload),
})
// Back and Forward fire popstate; a link put into the address of an open tab fires both.
window.addEventListener('popstate', () => void session.navigated())
window.addEventListener('pagehide', () => session.flush())
// The browser asks whether to leave; its words are its own.
window.addEventListener('beforeunload', (event) => {
  session.flush()
  if (session.hasUnsaved()) event.preventDefault()
})
document.addEventListener('visibilitychange', () => session.flush())

await session.start()
createRoot(root).render(
  <StrictMode>
    <AppContext value={app}>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </AppContext>
  </StrictMode>,
)

followProposedZone(app)
whenIdle(() => void library.ready())
whenIdle(() => void loadChecks(app))
whenIdle(() => void import('./ui/problems/watch-overloads').then(({ watchOverloads }) => watchOverloads(app)))
// Not while developing, where it would keep old code.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.setTimeout(
    () => whenIdle(() => void navigator.serviceWorker.register('./service-worker.js')),
    KEEP_AFTER_MS,
  )
}
