import { useState } from 'react'
import { repairKey } from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'

/** Which repairs the user wants: all safe ones, but for what was ticked or unticked by hand. */
export function useWanted() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  return {
    wanted: (repair: Repair) => chosen.get(repairKey(repair)) ?? repair.safe,
    want: (repair: Repair, wanted: boolean) =>
      setChosen((before) => new Map(before).set(repairKey(repair), wanted)),
  }
}
