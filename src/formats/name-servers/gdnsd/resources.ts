import { regionByCode } from '../../../geo/regions'
import type { Target } from '../../../model/address'
import { readable } from '../../../model/field'
import type { Branch, Rule } from '../../../rules'
import { coordinatesOf } from '../../../rules/geoproximity/location'
import { checkStates } from '../../../scenario/check-states'
import type { Scenario } from '../../../scenario/scenario'
import { wholeWeight } from '../branch-values'
import { type LiveBranch, type LivePolicy, livePolicy } from '../live-policy'
import { branchComment, ruleWords, targetWords } from '../node-words'
import { healthFiles, type Member } from './health'
import { blocksMap, DATABASE, placesMap } from './maps'

/** What a policy puts into each section of gdnsd's configuration. */
export interface GdnsdResources {
  readonly weighted: readonly string[]
  readonly multifo: readonly string[]
  readonly metafo: readonly string[]
  readonly maps: readonly string[]
  readonly geoip: readonly string[]
  /** The resource that every query begins with: `geoip!r1`. */
  readonly start: string
  readonly files: ReadonlyMap<string, readonly string[]>
}

/** `live` goes by health; `up` is the same with everything healthy, for what is never to be passed over. */
type Mode = 'live' | 'up'

/** Members of a set, which go by weight where they have one. */
type Weighed = Member & { readonly weight?: number }

/** Writes a policy as resources whose names begin with `prefix`; null where nothing can be answered. */
export function gdnsdResources(scenario: Scenario, prefix = ''): GdnsdResources | null {
  const policy = livePolicy(scenario.policy)
  if (policy.start === null) return null
  const isCname = readable(scenario.policy.recordType) === 'CNAME'
  const health = healthFiles(prefix, checkStates(scenario.policy, scenario.world))
  const sections: Record<'weighted' | 'multifo' | 'metafo' | 'maps' | 'geoip', string[]> = {
    weighted: [],
    multifo: [],
    metafo: [],
    maps: [],
    geoip: [],
  }
  const made = new Map<string, string>()
  const ids = [...policy.rules.keys()]
  const nameOf = (id: string, mode: Mode) =>
    `${prefix}r${(ids.indexOf(id) + 1).toString()}${mode === 'up' ? 'up' : ''}`

  function once(key: string, make: () => string): string {
    const known = made.get(key)
    if (known !== undefined) return known
    const reference = make()
    made.set(key, reference)
    return reference
  }

  /** A rule in a comment. */
  function about(id: string, mode: Mode): string {
    const found = policy.rules.get(id)
    return `${found ? ruleWords(id, found) : ''}${mode === 'up' ? ', as though all were healthy' : ''}`
  }

  function valueOf({ id }: Target): string {
    const value = policy.endpoints.get(id) ?? ''
    return isCname && !value.endsWith('.') ? `${value}.` : value
  }

  /** A set of values by weight, or without weights all that are up. */
  function set(name: string, note: string, members: readonly Weighed[], mode: Mode): string {
    const plugin = members.some(({ weight }) => weight !== undefined) ? 'weighted' : 'multifo'
    const service = mode === 'up' ? 'up' : health.serviceOf(members, name)
    const words = members.map(({ value, weight }, index) => {
      const key = `m${(index + 1).toString()}`
      return weight === undefined ? `${key} => ${value}` : `${key} => [ ${value}, ${weight.toString()} ]`
    })
    const whose = members.map(({ endpoints }, index) => {
      const named = endpoints.map((id) => targetWords({ kind: 'endpoint', id })).join(', ')
      return members.length === 1 ? named : `m${(index + 1).toString()} = ${named}`
    })
    sections[plugin].push(`# ${[note, whose.join('; ')].filter(Boolean).join(': ')}`)
    sections[plugin].push(`${name} => { service_types => ${service}, ${words.join(', ')} }`)
    return `%${plugin}!${name}`
  }

  /** The first that is up, or the first. */
  function chain(name: string, note: string, references: readonly string[]): string {
    const [only] = references
    if (only !== undefined && references.length === 1) return only
    const keys = references.map((_, index) => `d${index.toString()}`)
    const map = references.map((reference, index) => `d${index.toString()} => ${reference}`)
    sections.metafo.push(
      `# ${note}`,
      `${name} => { datacenters => [ ${keys.join(', ')} ], dcmap => { ${map.join(', ')} } }`,
    )
    return `%metafo!${name}`
  }

  function endpoint(target: Target, check: string | null, mode: Mode): string {
    const live = mode === 'up' ? null : check
    return once(`endpoint ${target.id} ${live ?? ''} ${(live === null).toString()}`, () => {
      const name = `${prefix}e${(made.size + 1).toString()}`
      const member = { value: valueOf(target), check: live, endpoints: [target.id] }
      return set(name, '', [isCname ? { ...member, weight: 1 } : member], live === null ? 'up' : 'live')
    })
  }

  function branchReference({ link: { target, check, evaluates } }: LiveBranch, mode: Mode): string {
    if (target.kind === 'endpoint') return endpoint(target, check, mode)
    if (mode === 'up') return rule(target.id, 'up')
    if (evaluates || !mayFail(policy, target)) return rule(target.id, 'live')
    // Its health does not count: when it is down it answers as though all below it were healthy.
    return once(`held ${target.id}`, () =>
      chain(`${nameOf(target.id, 'live')}held`, `${about(target.id, 'live')}, whose health does not count`, [
        rule(target.id, 'live'),
        rule(target.id, 'up'),
      ]),
    )
  }

  function rule(id: string, mode: Mode): string {
    const found = policy.rules.get(id)
    return once(`rule ${id} ${mode}`, () => (found ? write(id, found, mode) : ''))
  }

  /** A map with one datacenter for each branch. */
  function mapped<B extends Branch>(
    name: string,
    id: string,
    live: readonly LiveBranch<B>[],
    mode: Mode,
    words: (nameOfBranch: (branch: B) => string) => string,
  ): string {
    const keyOf = (branch: B) => `d${live.findIndex((each) => each.branch === branch).toString()}`
    const dcmap = live.map((each) => `${keyOf(each.branch)} => ${branchReference(each, mode)}`)
    const labels = live.map((each) => `${keyOf(each.branch)} = ${branchComment(scenario.policy, id, each)}`)
    return map(
      name,
      `${about(id, mode)}: ${labels.join('; ')}`,
      live.map(({ branch }) => keyOf(branch)),
      words(keyOf),
      dcmap,
    )
  }

  function map(
    name: string,
    note: string,
    keys: readonly string[],
    words: string,
    dcmap: readonly string[],
  ): string {
    sections.maps.push(`# ${note}`)
    sections.maps.push(`${name} => { datacenters => [ ${keys.join(', ')} ], ${words} }`)
    sections.geoip.push(`${name} => { map => ${name}, dcmap => { ${dcmap.join(', ')} } }`)
    return `%geoip!${name}`
  }

  /** Nearest first; what stands nowhere comes last, in the order of the list. */
  function nearest<B extends Branch>(
    name: string,
    id: string,
    live: readonly LiveBranch<B>[],
    mode: Mode,
    siteOf: (branch: B) => { readonly latitude: number; readonly longitude: number } | null,
  ): string {
    if (live.every(({ branch }) => siteOf(branch) === null)) {
      return chain(
        name,
        about(id, mode),
        live.map((each) => branchReference(each, mode)),
      )
    }
    return mapped(name, id, live, mode, (keyOf) => {
      const sites = live.flatMap(({ branch }) => {
        const site = siteOf(branch)
        return site
          ? [`${keyOf(branch)} => [ ${site.latitude.toString()}, ${site.longitude.toString()} ]`]
          : []
      })
      return `geoip2_db => ${DATABASE}, auto_dc_limit => 0, auto_dc_coords => { ${sites.join(', ')} }`
    })
  }

  function write(id: string, each: Rule, mode: Mode): string {
    const name = nameOf(id, mode)
    const note = about(id, mode)
    switch (each.type) {
      case 'failover': {
        const rank = ({ branch }: LiveBranch) => (branch.id === 'primary' ? 0 : 1)
        const live = policy.branchesOf(each).toSorted((a, b) => rank(a) - rank(b))
        return chain(
          name,
          note,
          live.map((member) => branchReference(member, mode)),
        )
      }
      case 'multivalue':
        return set(name, note, merged(policy.branchesOf(each), valueOf), mode)
      case 'weighted': {
        const live = policy.branchesOf(each)
        const weights = live.map(({ branch }) => wholeWeight(branch))
        if (live.some(({ link }) => link.target.kind === 'rule')) {
          // Declared lost: gdnsd draws between values only. The heaviest branch that is up answers.
          const order = live.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
          const references = order
            .flatMap((index) => live[index] ?? [])
            .map((one) => branchReference(one, mode))
          return chain(name, note, references)
        }
        const weightOf = (member: LiveBranch) => weights[live.findIndex((one) => one === member)] ?? 0
        const positive = live.filter((member) => weightOf(member) > 0)
        const zero = live.filter((member) => weightOf(member) === 0)
        const heavy = merged(positive, valueOf, weightOf)
        // gdnsd knows no weight of zero: those members stand in for the others, each alike.
        const light = merged(zero, valueOf, () => 1)
        if (heavy.length === 0 || light.length === 0) return set(name, note, [...heavy, ...light], mode)
        return chain(name, note, [
          set(`${name}p`, `${note}, weights above zero`, heavy, mode),
          set(`${name}z`, `${note}, weights of zero`, light, mode),
        ])
      }
      case 'geolocation':
        return mapped(name, id, policy.branchesOf(each), mode, (keyOf) =>
          placesMap(policy.branchesOf(each), keyOf),
        )
      case 'geoproximity':
        return nearest(name, id, policy.branchesOf(each), mode, ({ location }) => coordinatesOf(location))
      case 'latency': {
        const live = policy.branchesOf(each)
        const near = nearest(
          name,
          id,
          live,
          mode,
          ({ region }) => regionByCode(readable(region) ?? '') ?? null,
        )
        const beijing = live.find(({ branch }) => readable(branch.region) === 'cn-north-1')
        if (!beijing || live.length === 1) return near
        // Clients in China get the Beijing Region while it is up (route53.md 4.5).
        const first = chain(`${name}cnfirst`, `${note}, for clients in China`, [
          branchReference(beijing, mode),
          near,
        ])
        return map(
          `${name}cn`,
          `${note}, with the Beijing Region for clients in China`,
          ['d0', 'd1'],
          `geoip2_db => ${DATABASE}, map => { default => [ d1 ], AS => { default => [ d1 ], CN => [ d0 ] } }`,
          [`d0 => ${first}`, `d1 => ${near}`],
        )
      }
      case 'ip-based':
        return mapped(name, id, policy.branchesOf(each), mode, (keyOf) =>
          blocksMap(policy.branchesOf(each), keyOf),
        )
      default:
        // The losses of any other type let nothing be written.
        return chain(name, note, [])
    }
  }

  const start =
    policy.start.kind === 'rule' ? rule(policy.start.id, 'live') : endpoint(policy.start, null, 'live')
  return { ...sections, start: start.slice(1), files: health.files() }
}

/** Members of a set with each value once: two alike are one of both weights. */
function merged<B extends Branch>(
  live: readonly LiveBranch<B>[],
  valueOf: (target: Target) => string,
  weightOf?: (member: LiveBranch<B>) => number,
): readonly Weighed[] {
  const members = new Map<string, Weighed>()
  for (const member of live) {
    const value = valueOf(member.link.target)
    const before = members.get(value)
    const check = before?.check ?? member.link.check
    const weight = weightOf && weightOf(member) + (before?.weight ?? 0)
    const endpoints = [...new Set([...(before?.endpoints ?? []), member.link.target.id])]
    members.set(value, { value, check, endpoints, ...(weight !== undefined && { weight }) })
  }
  return [...members.values()]
}

/** Whether some state of checks makes a rule unhealthy, for some client. */
function mayFail(policy: LivePolicy, target: Target): boolean {
  const rule = target.kind === 'rule' ? policy.rules.get(target.id) : undefined
  if (!rule) return false
  return policy
    .branchesOf(rule)
    .some(({ link }) =>
      link.target.kind === 'endpoint' ? link.check !== null : link.evaluates && mayFail(policy, link.target),
    )
}
