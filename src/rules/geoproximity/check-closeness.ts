import { toUnitVector, type UnitVector, vectorDistanceKm } from '../../geo/distance'
import { isPlaceholder, readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import type { CheckContext } from '../definition'
import { twinsOf } from '../twins'
import { CLOSENESS, type Closeness, closenessOf } from './closest'
import { coordinatesOf, type Located } from './location'

export const CLOSENESS_PROBLEMS = {
  'geoproximity/same-point': { severity: 'error', row: 'V20' },
  'geoproximity/same-metropolis': { severity: 'warning', row: 'V20' },
  'geoproximity/close-together': { severity: 'note', row: 'V20' },
} as const satisfies ProblemTable

const report = reporter(CLOSENESS_PROBLEMS)

type LocatedBranch = Branch & Located

/** Locations that are too close to others before them: for each, the nearest one (V20). */
export function checkCloseness(
  branches: readonly LocatedBranch[],
  context: Pick<CheckContext, 'subjectOf'>,
  closeness: Closeness = CLOSENESS,
): readonly Problem[] {
  const points: { readonly branch: LocatedBranch; readonly vector: UnitVector }[] = []
  const namesakes = twinsOf(branches, unplacedName)
  return branches.flatMap((branch): readonly Problem[] => {
    const coordinates = coordinatesOf(branch.location)
    if (!coordinates) {
      const namesake = namesakes.get(branch)
      return namesake ? problem(branch, namesake, 0, context, closeness) : []
    }
    const vector = toUnitVector(coordinates)
    let nearest: { readonly branch: LocatedBranch; readonly vector: UnitVector } | undefined
    let lowest = Number.POSITIVE_INFINITY
    for (const point of points) {
      const chord = squaredChord(point.vector, vector)
      if (chord >= lowest) continue
      lowest = chord
      nearest = point
    }
    points.push({ branch, vector })
    if (!nearest) return []
    return problem(branch, nearest.branch, vectorDistanceKm(nearest.vector, vector), context, closeness)
  })
}

/** Grows with the distance, and costs no arcsine. */
function squaredChord(a: UnitVector, b: UnitVector): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2
}

/** The name of a location without known coordinates: the same name is the same place, wherever that is. */
function unplacedName({ location }: LocatedBranch): string | null {
  if (location.kind !== 'region' && location.kind !== 'localZone') return null
  if (coordinatesOf(location) || isPlaceholder(location.name)) return null
  return readable(location.name) ?? null
}

function problem(
  branch: LocatedBranch,
  other: LocatedBranch,
  km: number,
  context: Pick<CheckContext, 'subjectOf'>,
  closeness: Closeness,
): readonly Problem[] {
  const subject = context.subjectOf(branch)
  const twin = context.subjectOf(other).name
  const advice = 'For two sites in one place, lead a single location to a weighted rule.'
  const found = closenessOf(km, closeness)
  if (found === null) return []
  if (found === 'same-point') {
    const message = `${subject.name} stands at the same point as ${twin}. ${advice}`
    return [report('geoproximity/same-point', subject, capitalised(message))]
  }
  const far = `${Math.round(km)} km from ${twin}`
  if (found === 'same-metropolis') {
    const message = `${subject.name} stands only ${far}; AWS refuses two locations in one metropolitan area. ${advice}`
    return [report('geoproximity/same-metropolis', subject, capitalised(message))]
  }
  const message = `${subject.name} stands ${far}; AWS refuses two locations in one metropolitan area and does not say how far that reaches.`
  return [report('geoproximity/close-together', subject, capitalised(message))]
}
