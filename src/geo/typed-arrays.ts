// One function for each kind of array, so that each stays fast: the engine specialises them by what they meet.
// An index out of range is a bug of ours; it gives NaN, which no comparison accepts.

export function floatAt(array: Float64Array, index: number): number {
  return array[index] ?? Number.NaN
}

export function intAt(array: Int32Array, index: number): number {
  return array[index] ?? Number.NaN
}

export function shortAt(array: Int16Array, index: number): number {
  return array[index] ?? Number.NaN
}
