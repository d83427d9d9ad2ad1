import { isJsonObject, type Json, type JsonObject, present } from '../../model/json'
import type { BranchByType, Rule } from '../../rules'
import { decodeBranch, encodeBranch } from '../../rules/branch'
import { geoproximity } from '../../rules/geoproximity/definition'
import { NEWEST_FORMAT, type Policy } from '../policy'
import { type Edited, refuse } from './edited'
import { mapBranches, mapRules, quoted } from './members'

/** Moves a policy to the newest version of the format: locations go into their `Location` object. */
export function upgradeFormat(policy: Policy): Policy {
  const moved = mapLocations(policy, (member) => nestedLocation(member))
  return moved.formatVersion === NEWEST_FORMAT ? moved : { ...moved, formatVersion: NEWEST_FORMAT }
}

/** Moves a policy back to 2015-10-01; refused, with every place that prevents it, where it has no words. */
export function downgradeFormat(policy: Policy): Edited {
  const obstacles = [...policy.rules].flatMap(([id, rule]) => obstaclesIn(id, rule))
  if (obstacles.length > 0) {
    return refuse(
      `Version 2015-10-01 of the format has no Local Zones. Give these branches a Region or coordinates first: ${obstacles.join('; ')}.`,
    )
  }
  const moved = mapLocations(policy, (member) => flatLocation(member))
  return {
    ok: true,
    policy: moved.formatVersion === '2015-10-01' ? moved : { ...moved, formatVersion: '2015-10-01' },
  }
}

function obstaclesIn(id: string, rule: Rule): readonly string[] {
  if (rule.type !== 'geoproximity') return []
  return rule.branches.flatMap((branch) => {
    const { location } = branch
    if (location.kind !== 'localZone' && location.kind !== 'unreadable') return []
    const name =
      location.kind === 'localZone' ? geoproximity.labelOf(branch) : 'a location that cannot be read'
    return [`${name} in ${quoted(id)}${branch.target ? ` (to ${quoted(branch.target.id)})` : ''}`]
  })
}

// Moving whole members, not values, keeps every number as it was spelled: "51.50" stays "51.50".
function mapLocations(policy: Policy, move: (member: JsonObject) => JsonObject): Policy {
  return mapRules(policy, (rule) => {
    if (rule.type !== 'geoproximity') return rule
    return mapBranches(rule, (branch) => {
      const member = memberOf(branch)
      const moved = move(member)
      return moved === member ? branch : geoproximity.decodeBranch(decodeBranch(branch.id, moved))
    })
  })
}

function memberOf(branch: BranchByType['geoproximity']): JsonObject {
  const member = encodeBranch(branch)
  geoproximity.encodeBranch(branch, member)
  return member
}

/** A member with its flat keys put into `Location`, at the place of the first of them. */
export function nestedLocation(member: JsonObject): JsonObject {
  if (present(member, 'Location') !== undefined) return member
  const region = present(member, 'Region')
  const keys = region === undefined ? ['Latitude', 'Longitude'] : ['Region']
  const first = [...member.keys()].find((key) => keys.includes(key))
  if (first === undefined) return member
  const inner: (readonly [string, Json])[] =
    region === undefined
      ? [['Type', 'Coordinate'], ...[...member].filter(([key]) => keys.includes(key))]
      : [
          ['Type', 'Region'],
          ['LocationName', region],
        ]
  return new Map(
    [...member].flatMap(([key, value]): (readonly [string, Json])[] => {
      if (key === first) return [['Location', new Map(inner)]]
      // A null beside the real thing reads as absent, and would be taken for a location of the other form.
      return keys.includes(key) || key === 'Location' ? [] : [[key, value]]
    }),
  )
}

/** A member with what is in `Location` put flat in its place. */
export function flatLocation(member: JsonObject): JsonObject {
  const location = member.get('Location')
  if (!isJsonObject(location)) return member
  const region = location.get('Type') === 'Region'
  // Keys that would name a second place beside the one that counts stay behind.
  const stray = new Set([
    'Type',
    ...(region ? ['Latitude', 'Longitude', 'Region'] : ['LocationName', 'Region']),
  ])
  const inner = [...location].flatMap(([key, value]): (readonly [string, Json])[] =>
    stray.has(key) ? [] : [[region && key === 'LocationName' ? 'Region' : key, value]],
  )
  const names = new Set(inner.map(([key]) => key))
  return new Map(
    [...member].flatMap(([key, value]): (readonly [string, Json])[] => {
      if (key === 'Location') return inner
      return names.has(key) ? [] : [[key, value]]
    }),
  )
}
