import type { EndpointId } from '../../../model/address'
import type { Link } from '../live-policy'
import { targetWords } from '../node-words'
import { comment } from '../zone-of'

/** A value that answers, and the check that it answers by. */
export interface Member {
  readonly value: string
  readonly check: Link['check']
  /** Ids of the endpoints that have the value. */
  readonly endpoints: readonly EndpointId[]
}

/** The states of values, as gdnsd reads them from files: one for most, and one for each set that differs from it. */
export interface HealthFiles {
  /** The service type of a set of values; `own` names a file for it where its values have other checks elsewhere. */
  serviceOf(members: readonly Member[], own: string): string
  /** Lines `VALUE => UP` or `DOWN` by the name of the service type, which is the file's too. */
  files(): ReadonlyMap<string, readonly string[]>
}

/** Keeps the files; `passes` says which checks pass at first. */
export function healthFiles(prefix: string, passes: (check: string) => boolean): HealthFiles {
  const common = `${prefix}health`
  const shared = new Map<string, Member>()
  const files = new Map<string, readonly string[]>()
  const lineOf = ({ value, check, endpoints }: Member) => {
    const whose = endpoints.map((id) => targetWords({ kind: 'endpoint', id })).join(', ')
    const note = check === null ? whose : `health check ${comment(check)}: ${whose}`
    return `${value} => ${check === null || passes(check) ? 'UP' : 'DOWN'} # ${note}`
  }

  function share(member: Member): void {
    const before = shared.get(member.value)?.endpoints ?? []
    shared.set(member.value, { ...member, endpoints: [...new Set([...before, ...member.endpoints])] })
  }

  return {
    serviceOf(members, own) {
      if (members.every(({ check }) => check === null)) return 'up'
      const fits = members.every(
        ({ value, check }) => check !== null && (shared.get(value)?.check ?? check) === check,
      )
      if (fits) {
        for (const member of members) share(member)
        return common
      }
      const name = `${own}-health`
      files.set(name, members.map(lineOf))
      return name
    },
    files: () =>
      new Map([...(shared.size > 0 ? [[common, [...shared.values()].map(lineOf)] as const] : []), ...files]),
  }
}
