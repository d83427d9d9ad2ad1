import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useAppStore } from '../app-context'
import { type DemandStatus, sharesFeed } from './shares-feed'

/** The shares of demand, live: they follow the store without React in between, and the newest state wins. */
export function useDemandShares(): DemandStatus {
  const feed = sharesFeed(useAppStore())
  useEffect(() => feed.follow(), [feed])
  return useStore(feed.status)
}
