import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore } from './store/app-store'
import { browserSession } from './store/browser-session'
import { loadChecks } from './store/derived'
import { createLibrary } from './store/library'
import { createScenarioLocks } from './store/locks'
import { followProposedZone } from './store/propose-zone'
import { createSession } from './store/session'
import { App } from './ui/app'
import { AppContext } from './ui/app-context'
import { SessionContext } from './ui/session-context'
import { applyTheme, currentTheme } from './ui/shell/theme'
import './ui/tokens.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')

applyTheme(currentTheme())
const app = createAppStore()
// The formats are loaded when something is to be read, or right after the first picture.
const library = createLibrary(
  localStorage,
  async () => {
    const { encodeScenarioFile, decodeScenarioFile } = await import('./formats/scenario-file')
    return { encode: encodeScenarioFile, decode: decodeScenarioFile }
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
window.setTimeout(() => {
  void loadChecks(app)
  void library.ready()
  void import('./ui/problems/watch-overloads').then(({ watchOverloads }) => watchOverloads(app))
})
// Keeps the site for use without a network; not while developing, where it would keep old code.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('./service-worker.js')
}
