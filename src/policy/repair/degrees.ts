import { numeric } from '../../model/field'
import { isJsonObject, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'

const DEGREES = /^([+-]?)(\d{1,3})(?:[.,](\d+))?\s*(?:°|º|deg(?:rees)?)?\s*([NSEW]?)$/i
const AXES = { Latitude: 'NS', Longitude: 'EW' } as const

/** Degrees that are written with a sign, a decimal comma or a point of the compass: `51,5`, `0.12° W`. */
export function degreesIn(branch: JsonObject, path: JsonPath): readonly Repair[] {
  const inner = branch.get('Location')
  return isJsonObject(inner) ? inHolder(inner, [...path, 'Location']) : inHolder(branch, path)
}

function inHolder(holder: JsonObject, path: JsonPath): readonly Repair[] {
  return (['Latitude', 'Longitude'] as const).flatMap((key): Repair[] => {
    const held = holder.get(key)
    if (typeof held !== 'string' || numeric.decode(held) !== undefined) return []
    const plain = plainDegrees(held.trim(), AXES[key])
    if (plain === null) return []
    const at = [...path, key]
    return [
      {
        code: 'repair/spelling',
        title: `Write ${key} ${quote(held)} as ${plain}`,
        path: at,
        safe: true,
        mends: ['document/wrong-type'],
        edits: [{ op: 'set', path: at, value: plain }],
      },
    ]
  })
}

function plainDegrees(word: string, axis: string): string | null {
  const [, sign = '', whole, decimals, letter = ''] = DEGREES.exec(word) ?? []
  const point = letter.toUpperCase()
  if (whole === undefined || !axis.includes(point) || (sign !== '' && point !== '')) return null
  const minus = sign === '-' || point === 'S' || point === 'W' ? '-' : ''
  return `${minus}${whole}${decimals === undefined ? '' : `.${decimals}`}`
}
