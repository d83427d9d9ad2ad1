import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore } from './store/app-store'
import { App } from './ui/app'
import { AppContext } from './ui/app-context'
import './ui/tokens.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <AppContext value={createAppStore()}>
      <App />
    </AppContext>
  </StrictMode>,
)
