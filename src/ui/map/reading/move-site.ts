import type { Coordinates } from '../../../geo/coordinates'
import { LOCAL_ZONE_GROUPS } from '../../../geo/local-zones'
import type { RasterView } from '../../../geo/raster-view'
import { REGIONS } from '../../../geo/regions'
import type { Address, BranchId, RuleId } from '../../../model/address'
import { EMPTY_OBJECT } from '../../../model/json'
import { whyNotLocation } from '../../../policy/edits/set-location'
import type { Policy } from '../../../policy/policy'
import { checkCloseness } from '../../../rules/geoproximity/check-closeness'
import type { GeoproximityLocation } from '../../../rules/geoproximity/location'
import { type ScreenPoint, screenPointsOf } from '../projection'
import type { Site } from '../sites/sites'

/** The branch of a marker that is moved with it. */
export interface MovableBranch {
  readonly rule: RuleId
  readonly branch: BranchId
  readonly location: GeoproximityLocation
}

/** A place that Region and Local Zone markers can be moved to. */
export interface SnapTarget extends Coordinates {
  readonly location: GeoproximityLocation
  /** `eu-west-3, Europe (Paris)` */
  readonly label: string
}

const TARGETS: readonly SnapTarget[] = [
  ...REGIONS.filter(({ usable }) => usable).map(
    ({ code, name, latitude, longitude }): SnapTarget => ({
      latitude,
      longitude,
      location: { kind: 'region', name: code },
      label: `${code}, ${name}`,
    }),
  ),
  ...LOCAL_ZONE_GROUPS.flatMap(({ name, zones: [zone], latitude, longitude }): SnapTarget[] =>
    zone === undefined
      ? []
      : [{ latitude, longitude, location: { kind: 'localZone', name: zone }, label: `${zone}, ${name}` }],
  ),
]

/** Where markers can be moved to in a policy; a document of 2015 has no word for Local Zones. */
export function snapTargets(policy: Policy): readonly SnapTarget[] {
  return TARGETS.filter(({ location }) => whyNotLocation(policy, location) === null)
}

/** The branch that a marker moves: the selected one of those that stand there, else the first of a geoproximity rule. */
export function movableBranch(
  policy: Policy,
  site: Site,
  selection: readonly Address[],
): MovableBranch | null {
  const movable = site.branches.flatMap(({ rule: id, branch: branchId }): MovableBranch[] => {
    const rule = policy.rules.get(id)
    if (rule?.type !== 'geoproximity') return []
    const branch = rule.branches.find((each) => each.id === branchId)
    return branch ? [{ rule: id, branch: branchId, location: branch.location }] : []
  })
  const chosen = movable.find(({ rule, branch }) =>
    selection.some((each) => each.kind === 'rule' && each.id === rule && each.branch === branch),
  )
  return chosen ?? movable[0] ?? null
}

/** A location by coordinates, both known. */
export interface CustomLocation extends Coordinates {
  readonly kind: 'coordinates'
}

/** Custom coordinates at a place, with the two decimals that Route 53 takes. */
export function coordinatesLocation({ latitude, longitude }: Coordinates): CustomLocation {
  return { kind: 'coordinates', latitude: hundredths(latitude), longitude: hundredths(longitude) }
}

function hundredths(degrees: number): number {
  // Plus zero, since a minus before a zero means nothing to anybody.
  return Math.round(degrees * 100) / 100 + 0
}

/** How much farther a target of another kind counts, in pixels: in some cities a Region and a Local Zone are one point. */
const OTHER_KIND = 1

/** The target nearest to a point on screen, within `reach` pixels; of those at one place that of the same `kind`. */
export function snapNear(
  targets: readonly SnapTarget[],
  view: RasterView,
  { x, y }: ScreenPoint,
  reach: number,
  kind: GeoproximityLocation['kind'] = 'region',
): SnapTarget | null {
  let nearest: SnapTarget | null = null
  let least = reach
  for (const target of targets) {
    for (const point of screenPointsOf(view, target, reach)) {
      const aside = target.location.kind === kind ? 0 : OTHER_KIND
      const distance = Math.hypot(point.x - x, point.y - y) + aside
      if (distance > least) continue
      least = distance
      nearest = target
    }
  }
  return nearest
}

/** The target that comes next in a direction on screen: near, and not much to the side. */
export function snapTowards(
  targets: readonly SnapTarget[],
  view: RasterView,
  from: Coordinates,
  [dx, dy]: readonly [x: number, y: number],
): SnapTarget | null {
  const [start] = screenPointsOf(view, from, view.width)
  if (!start) return null
  let best: SnapTarget | null = null
  let least = Number.POSITIVE_INFINITY
  for (const target of targets) {
    for (const { x, y } of screenPointsOf(view, target, view.width)) {
      const along = (x - start.x) * dx + (y - start.y) * dy
      const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx)
      if (along < 1 || aside > along * 1.2) continue
      if (along + aside >= least) continue
      least = along + aside
      best = target
    }
  }
  return best
}

/** What Route 53 would say against a location so near to another of the rule (V20); null where nothing. */
export function clashAt(policy: Policy, { rule: id, branch }: MovableBranch, location: GeoproximityLocation) {
  const rule = policy.rules.get(id)
  if (rule?.type !== 'geoproximity') return null
  const moved = rule.branches.find((each) => each.id === branch)
  if (!moved) return null
  const others = rule.branches.filter((each) => each.id !== branch)
  // Last, since each is compared with those before it.
  const problems = checkCloseness([...others, { ...moved, location }], {
    subjectOf: (each) => ({
      path: [],
      at: { kind: 'rule', id, branch: each.id },
      name: each.id === branch ? 'this location' : `the location of ${each.target?.id ?? 'another branch'}`,
      member: EMPTY_OBJECT,
    }),
  })
  return problems.find(({ at }) => at?.kind === 'rule' && at.branch === branch)?.message ?? null
}
