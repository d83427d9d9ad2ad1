import type { Loose } from '../../model/field'
import { capitalised, examine } from '../../model/field-checks'
import { isJsonNumber, type JsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter, type Subject } from '../../model/problem-kind'

export const COORDINATE_PROBLEMS = {
  'geoproximity/coordinate-missing': { severity: 'error', row: 'V18' },
  'geoproximity/coordinate-range': { severity: 'error', row: 'V18' },
  'geoproximity/coordinate-precision': { severity: 'error', row: 'V18' },
} as const satisfies ProblemTable

const report = reporter(COORDINATE_PROBLEMS)

/** As Route 53 spells degrees: plain, with at most two decimals (route53.md 2.2, 3.3). */
const PLAIN = /^[+-]?(\d+\.?\d{0,2}|\.\d{1,2})$/
const AXES = [
  { key: 'Latitude', field: 'latitude', most: 90 },
  { key: 'Longitude', field: 'longitude', most: 180 },
] as const

/** Problems of a point; `source` is the object that holds the two keys, reached by the keys `below`. */
export function checkCoordinates(
  point: { readonly latitude: Loose<number>; readonly longitude: Loose<number> },
  source: JsonObject,
  subject: Subject,
  below: readonly string[],
): readonly Problem[] {
  return AXES.flatMap(({ key, field, most }): readonly Problem[] => {
    const range = `degrees from −${most} to ${most}`
    const { value, absent, problems } = examine(point[field], subject, key, range, ...below)
    if (absent) {
      const message = `${subject.name} has no ${key}; a point needs Latitude and Longitude, in degrees.`
      return [report('geoproximity/coordinate-missing', subject, capitalised(message), ...below)]
    }
    if (value === undefined) return problems
    const raw = source.get(key)
    const spelled = isJsonNumber(raw) ? raw.number : typeof raw === 'string' ? raw.trim() : ''
    if (Math.abs(value) > most) {
      const message = `${key} ${spelled} of ${subject.name} is out of range; use ${range}.`
      return [report('geoproximity/coordinate-range', subject, message, ...below, key)]
    }
    if (PLAIN.test(spelled)) return []
    const message = `${key} ${spelled} of ${subject.name} has more than two decimals or an exponent, which AWS refuses; write ${value.toFixed(2)}.`
    return [report('geoproximity/coordinate-precision', subject, message, ...below, key)]
  })
}
