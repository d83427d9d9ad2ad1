import { type ClientTable, createClientTable, territoryKey } from '../../engine/client-table'
import type { Demand, DemandPoint } from './demand'

/** A demand made ready for many questions. Make a new one after a change of the demand; it remembers distances. */
export interface PreparedDemand {
  readonly demand: Demand
  /** The demand's points in the order of the table: those of a country and US state stand together. */
  readonly points: readonly DemandPoint[]
  readonly table: ClientTable
  /** The part of the world's demand that each point is, by its number in the table; they sum to 1. */
  readonly parts: Float64Array
}

/** Makes a demand ready. Points without weight are left out; a demand without any is a bug of ours. */
export function prepareDemand(demand: Demand): PreparedDemand {
  const byTerritory = new Map<string, DemandPoint[]>()
  let total = 0
  for (const point of demand.points) {
    if (point.weight <= 0) continue
    total += point.weight
    const key = territoryKey(point)
    const same = byTerritory.get(key)
    if (same) same.push(point)
    else byTerritory.set(key, [point])
  }
  if (total === 0) throw new Error('a demand without any weight cannot be shared out')
  const points = [...byTerritory.values()].flat()
  return {
    demand,
    points,
    table: createClientTable(points),
    parts: Float64Array.from(points, ({ weight }) => weight / total),
  }
}
