import type { Link } from '../live-policy'

/** A value that answers, and the check that it answers by. */
export interface Member {
  readonly value: string
  readonly check: Link['check']
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
  const checkOf = new Map<string, string>()
  const files = new Map<string, readonly string[]>()
  const lineOf = (value: string, check: string | null, note: string) =>
    `${value} => ${check === null || passes(check) ? 'UP' : 'DOWN'}${note}`
  const noted = (check: string | null) =>
    check === null ? '' : ` # health check ${check.replaceAll(/\s+/g, ' ')}`

  return {
    serviceOf(members, own) {
      if (members.every(({ check }) => check === null)) return 'up'
      const fits = members.every(
        ({ value, check }) => check !== null && (checkOf.get(value) ?? check) === check,
      )
      if (fits) {
        for (const { value, check } of members) if (check !== null) checkOf.set(value, check)
        return common
      }
      const name = `${own}-health`
      files.set(
        name,
        members.map(({ value, check }) => lineOf(value, check, noted(check))),
      )
      return name
    },
    files: () =>
      new Map([
        ...(checkOf.size > 0
          ? [[common, [...checkOf].map(([value, check]) => lineOf(value, check, noted(check)))] as const]
          : []),
        ...files,
      ]),
  }
}
