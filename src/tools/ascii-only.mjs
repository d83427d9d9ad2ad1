// @ts-check

/**
 * Writes what is beyond ASCII in code as escapes, which mean the same in strings, templates and patterns: a script of
 * ASCII alone takes Node half the memory, and so less time to read at every start.
 * @returns {import('vite').Plugin}
 */
export function asciiOnly() {
  return {
    name: 'catchment:ascii-only',
    apply: 'build',
    renderChunk: (code) => ({ code: escaped(code), map: null }),
  }
}

/** @param {string} code */
export function escaped(code) {
  return code.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
