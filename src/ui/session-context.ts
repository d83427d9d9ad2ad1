import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Session, SessionState } from '../store/session'

/** Which scenario is open and what is kept; provided once by `main.tsx`. */
export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('SessionContext has no session: wrap the component in its provider')
  return session
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().state, select)
}
