/**
 * Freezes a fixture through and through, maps and sets included, so that whatever would change it fails
 * by itself. For tests only.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map || value instanceof Set) {
    // Freezing an object does not stop a Map or a Set from changing: its own methods have to refuse.
    for (const method of ['set', 'add', 'delete', 'clear']) {
      Object.defineProperty(value, method, { value: refuse })
    }
    Object.freeze(value)
    for (const item of value) deepFreeze(item)
    return value
  }
  Object.freeze(value)
  for (const item of Object.values(value)) deepFreeze(item)
  return value
}

function refuse(): never {
  throw new TypeError('This fixture is frozen.')
}
