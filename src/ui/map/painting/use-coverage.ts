import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { createStore, type StoreApi } from 'zustand'
import type { AreaShares } from '../../../analysis/area-shares'
import type { RuleId } from '../../../model/address'
import { useAppStore } from '../../app-context'
import type { MapFrame } from '../map-frame'
import type { CatchmentPicture } from './catchment-picture'
import { type CoverageFollower, followCoverage } from './follow-coverage'

/** What the worker has told of the painted policy so far. */
export interface CoverageStatus {
  readonly shares: AreaShares | null
  /** Whether anybody anywhere, also at sea, is left without an answer. */
  readonly leavesSomeoneOut: boolean
  readonly failure: string | null
}

const NOTHING_YET: CoverageStatus = { shares: null, leavesSomeoneOut: false, failure: null }

/** Read by those parts of the map that show it, so that the others need not be drawn again with every share. */
export type CoverageStatusStore = StoreApi<CoverageStatus>

/** Keeps a picture painted, and tells what is on it. */
export function useCoverage(
  frame: MapFrame,
  picture: CatchmentPicture | null,
  alone: RuleId | null,
  edge: string,
  patterned: boolean,
): CoverageStatusStore {
  const store = useAppStore()
  const [status] = useState(() => createStore<CoverageStatus>()(() => NOTHING_YET))
  const follower = useRef<CoverageFollower>(null)
  const settle = useEffectEvent(() => follower.current?.set({ alone, edge, patterned }))

  useEffect(() => {
    if (!picture) return
    const made = followCoverage(store, frame, picture, (answer) => {
      if (answer.kind === 'failed') status.setState({ failure: answer.reason })
      else if (answer.kind === 'shares') status.setState({ shares: answer.shares, failure: null })
      else if (answer.kind === 'world') {
        const leavesSomeoneOut = answer.mixes.some(({ nodata }) => nodata > 0)
        status.setState({ leavesSomeoneOut, failure: null })
      }
    })
    follower.current = made
    settle()
    return () => made.stop()
  }, [store, frame, picture, status])

  useEffect(() => {
    follower.current?.set({ alone, edge, patterned })
  }, [alone, edge, patterned])

  return status
}
