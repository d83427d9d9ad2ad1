import { useCallback, useState } from 'react'
import { repairKey } from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'

/** Which repairs the user wants: all safe ones, but for what was ticked or unticked by hand. */
export function useWanted() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  // The same function while nothing is ticked or unticked, so that what depends on it is not done again.
  const wanted = useCallback((repair: Repair) => chosen.get(repairKey(repair)) ?? repair.safe, [chosen])
  return {
    wanted,
    want: (repair: Repair, isWanted: boolean) =>
      setChosen((before) => new Map(before).set(repairKey(repair), isWanted)),
  }
}
