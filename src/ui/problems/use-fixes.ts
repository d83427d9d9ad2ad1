import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Fixer } from '../../policy/repair/find-repairs'
import { useAppStore } from '../app-context'
import { fixFinder } from './fix-finder'

/** Tells the repair of each problem of the open policy that has one, as far as they are found; none unless `wanted`. */
export function useFixes(wanted: boolean): Fixer {
  const finder = fixFinder(useAppStore())
  useEffect(() => (wanted ? finder.follow() : undefined), [finder, wanted])
  return useStore(finder.found, ({ fixOf }) => fixOf)
}
