import type { CostLine } from '../rules/decision'

/** The candidates without those that another one equals or beats wherever the client stands. */
export function withoutHopeless(
  lines: readonly CostLine[],
  candidates: readonly number[],
): readonly number[] {
  return candidates.filter((branch, position) => {
    const line = lines[branch]
    return !candidates.some((other, otherPosition) => {
      const rival = lines[other]
      if (!line || !rival || other === branch) return false
      const sameSite = sameVector(line, rival) && line.perKm === rival.perKm
      if (!sameSite && slopeOf(line) + slopeOf(rival) !== 0) return false
      return rival.base < line.base || (rival.base === line.base && otherPosition < position)
    })
  })
}

function slopeOf({ site, perKm }: CostLine): number {
  return site ? perKm : 0
}

function sameVector({ site: a }: CostLine, { site: b }: CostLine): boolean {
  return a !== null && b !== null && a.x === b.x && a.y === b.y && a.z === b.z
}
