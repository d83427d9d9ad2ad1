import type { GivenLatency, World } from '../model/world'

/** Which round trips a given latency is about: from clients of a country, or from anywhere (null), to a Region. */
export type RoundTrip = Pick<GivenLatency, 'country' | 'region'>

/** The round trip time given for exactly these clients, in ms; null where it is left to the estimate. */
export function givenLatency({ latencies }: World, trip: RoundTrip): number | null {
  return latencies.findLast((row) => isFor(row, trip))?.milliseconds ?? null
}

/** The world with another round trip time, in ms, in place of the one given so far; null leaves it to the estimate. */
export function withLatency(world: World, trip: RoundTrip, milliseconds: number | null): World {
  const { country, region } = trip
  const others = world.latencies.filter((row) => !isFor(row, trip))
  if (milliseconds === null) return { ...world, latencies: others }
  const at = world.latencies.findIndex((row) => isFor(row, trip))
  const row: GivenLatency = { country, region, milliseconds }
  return { ...world, latencies: at < 0 ? [...others, row] : others.toSpliced(at, 0, row) }
}

function isFor(row: GivenLatency, { country, region }: RoundTrip): boolean {
  return row.country === country && row.region === region
}
