import { createWriter } from './pack.mjs'
import { PER_DEGREE } from './settle.mjs'

/**
 * The places as the file that `src/geo/place-table.ts` reads: by country or US state, the most populous first;
 * `perDegree` steps a degree; populations and weights with three digits.
 */
export function packPlaces(placesByUnit) {
  const territories = []
  const names = []
  const numbers = createWriter()
  let [lastX, lastY] = [0, 0]
  for (const [unit, places] of placesByUnit) {
    territories.push([unit, places.length])
    for (const { name, point, population, weight } of places) {
      const [x, y] = point.map((degrees) => Math.round(degrees * PER_DEGREE))
      names.push(name)
      numbers.signed(x - lastX)
      numbers.signed(y - lastY)
      writeThreeDigits(numbers, population)
      writeThreeDigits(numbers, weight)
      ;[lastX, lastY] = [x, y]
    }
  }
  return {
    perDegree: PER_DEGREE,
    territories: territories.map(([unit, count]) => `${unit} ${count}`),
    names: names.join('\n'),
    numbers: numbers.toBase64(),
  }
}

/** Three digits and the number of zeros that follow them, in one integer. */
function writeThreeDigits(writer, value) {
  let digits = Math.round(value)
  let zeros = 0
  while (digits > 999) {
    digits = Math.round(digits / 10)
    zeros++
  }
  writer.unsigned(digits * 8 + zeros)
}
