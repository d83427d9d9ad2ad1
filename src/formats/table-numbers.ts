const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * A count as tables write it: `1234`, `1,234`, `1 234.5`, `12 %`; with a decimal comma also `1234,5` and `1.234,5`.
 * Null for what is no number.
 */
export function readCount(text: string, decimalComma: boolean): number | null {
  const bare = text.replaceAll(/[\s_'’]|%$/g, '')
  return toNumber(decimalComma ? withPoint(bare, '.', ',') : withPoint(bare, ',', '.'))
}

/** Degrees within ±`most`; null for what is none. */
export function readDegrees(text: string, decimalComma: boolean, most: number): number | null {
  const degrees = toNumber(
    text
      .trim()
      .replace(/°$/, '')
      .replace(decimalComma ? ',' : '.', '.'),
  )
  return degrees !== null && Math.abs(degrees) <= most ? degrees : null
}

/** The number with its groups of thousands joined and its decimal mark as a point. */
function withPoint(text: string, groups: ',' | '.', decimals: ',' | '.'): string {
  const grouped = groups === ',' ? /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/ : /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/
  const joined = grouped.test(text) ? text.replaceAll(groups, '') : text
  return joined.replace(decimals, '.')
}

function toNumber(text: string): number | null {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}
