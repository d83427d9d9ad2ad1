import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { JsonEdit, Repair } from './repair'
import { type BranchSight, bare, type Sight } from './sight'

/** A health check on an endpoint: the document keeps it on the branches that lead there (route53.md 3). */
export function repairHealthChecks({ endpoints, rules }: Sight): readonly Repair[] {
  const leading = new Map<unknown, BranchSight[]>()
  for (const each of rules.flatMap(({ branches }) => branches)) {
    const id = each.branch.get('EndpointReference')
    const known = leading.get(id)
    if (known) known.push(each)
    else leading.set(id, [each])
  }
  return endpoints.flatMap(({ id, member, path }): readonly Repair[] => {
    const key = [...member.keys()].find((each) => /^healthcheck(id)?$/.test(bare(each)))
    const check = key === undefined ? undefined : member.get(key)
    const branches = leading.get(id)?.filter((each) => !isChecked(each)) ?? []
    if (key === undefined || typeof check !== 'string' || check === '' || branches.length === 0) return []
    return [moved(id, check, [...path, key], branches)]
  })
}

function isChecked({ branch }: BranchSight): boolean {
  return [...branch.keys()].some((key) => /^healthcheck(id)?$/.test(bare(key)))
}

function moved(id: string, check: string, from: JsonPath, branches: readonly BranchSight[]): Repair {
  const count = branches.length
  const to = count === 1 ? 'the branch that leads there' : `the ${count} branches that lead there`
  const edits: readonly JsonEdit[] = [
    { op: 'remove', path: from },
    ...branches.map(({ path }) => ({ op: 'set' as const, path: [...path, 'HealthCheck'], value: check })),
  ]
  return {
    code: 'repair/health-check',
    title: `Move the health check of endpoint ${quote(id)} to ${to}`,
    path: from,
    safe: true,
    mends: ['document/unknown-key'],
    edits,
  }
}
