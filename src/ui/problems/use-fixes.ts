import { useEffect, useMemo, useState } from 'react'
import type { Problem } from '../../model/problem'
import type { Policy } from '../../policy/policy'
import type { Repair } from '../../policy/repair/repair'
import { useApp } from '../app-context'

type FindFixes = (policy: Policy, problems: readonly Problem[]) => ReadonlyMap<Problem, Repair>

const NONE: ReadonlyMap<Problem, Repair> = new Map()

/** The repair of each problem of the open policy that has one; none until the code for it is loaded. */
export function useFixes(problems: readonly Problem[]): ReadonlyMap<Problem, Repair> {
  const policy = useApp(({ scenario }) => scenario.policy)
  const [find, setFind] = useState<FindFixes | null>(null)
  const any = problems.length > 0
  useEffect(() => {
    if (!any || find) return
    void import('../../formats/repair/repair-policy').then(({ policyFixes }) => setFind(() => policyFixes))
  }, [any, find])
  return useMemo(() => (find && any ? find(policy, problems) : NONE), [find, any, policy, problems])
}
