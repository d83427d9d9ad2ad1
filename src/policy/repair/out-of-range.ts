import { numeric } from '../../model/field'
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'
import type { BranchSight, Sight } from './sight'

/**
 * What cannot be as it is, though what was meant is only a guess: a bias beyond 99 or with decimals, a latitude that
 * could be the longitude, a branch with two targets. None is safe.
 */
export function repairOutOfRange({ rules }: Sight): readonly Repair[] {
  return rules.flatMap(({ type, branches }) =>
    branches.flatMap((each) => [
      ...(type === 'geoproximity' ? [...bias(each), ...swapped(each)] : []),
      ...twoTargets(each),
    ]),
  )
}

const MOST_BIAS = 99

function bias({ branch, path }: BranchSight): readonly Repair[] {
  const raw = branch.get('Bias')
  const value = raw === undefined ? undefined : numeric.decode(raw)
  if (raw === undefined || value === undefined) return []
  const nearest = Math.min(MOST_BIAS, Math.max(-MOST_BIAS, Math.round(value)))
  if (nearest === value) return []
  const at = [...path, 'Bias']
  return [
    {
      code: 'repair/bias',
      title: `Make Bias ${value} the nearest that is allowed, ${nearest}`,
      path: at,
      safe: false,
      mends: ['geoproximity/bias-range'],
      edits: [{ op: 'set', path: at, value: likeIt(raw, String(nearest)) }],
    },
  ]
}

function likeIt(raw: Json, text: string): Json {
  return isJsonNumber(raw) ? { number: text } : text
}

/** Latitude and longitude the wrong way round, where only that can be. */
function swapped({ branch, path }: BranchSight): readonly Repair[] {
  const inner = branch.get('Location')
  return isJsonObject(inner) ? swap(inner, [...path, 'Location']) : swap(branch, path)
}

function swap(holder: JsonObject, path: JsonPath): readonly Repair[] {
  const [latitude, longitude] = [holder.get('Latitude'), holder.get('Longitude')]
  if (latitude === undefined || longitude === undefined) return []
  const [north, east] = [numeric.decode(latitude), numeric.decode(longitude)]
  if (north === undefined || east === undefined) return []
  if (Math.abs(north) <= 90 || Math.abs(north) > 180 || Math.abs(east) > 90) return []
  return [
    {
      code: 'repair/coordinates',
      title: `Swap Latitude ${north} and Longitude ${east}, since no latitude is beyond 90`,
      path: [...path, 'Latitude'],
      safe: false,
      mends: ['geoproximity/coordinate-range'],
      edits: [
        { op: 'set', path: [...path, 'Latitude'], value: longitude },
        { op: 'set', path: [...path, 'Longitude'], value: latitude },
      ],
    },
  ]
}

function twoTargets({ branch, path }: BranchSight): readonly Repair[] {
  const [endpoint, rule] = [branch.get('EndpointReference'), branch.get('RuleReference')]
  if (typeof endpoint !== 'string' || typeof rule !== 'string') return []
  const at = [...path, 'RuleReference']
  return [
    {
      code: 'repair/reference',
      title: `Remove RuleReference ${quote(rule)}, since EndpointReference ${quote(endpoint)} is taken`,
      path: at,
      safe: false,
      mends: ['branch/two-targets'],
      edits: [{ op: 'remove', path: at }],
    },
  ]
}
