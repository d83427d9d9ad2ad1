import { z } from 'zod'
import { containsPrefix, parseIpPrefix } from '../../../model/dns/ip-prefix'

const PoolSchema = z.strictObject({
  fallback: z.string().optional(),
  values: z.array(
    z.strictObject({
      value: z.string(),
      weight: z.number().int().min(1).max(100).optional(),
      status: z.literal('up').optional(),
    }),
  ),
})

const RuleSchema = z.strictObject({
  subnets: z.array(z.string()).optional(),
  geos: z.array(z.string()).optional(),
  pool: z.string(),
})

/** A zone file of octoDNS with one dynamic record, as far as it is written here. */
export const ZoneSchema = z.record(
  z.string(),
  z.strictObject({
    type: z.enum(['A', 'AAAA', 'CNAME']),
    ttl: z.number(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
    dynamic: z.strictObject({ pools: z.record(z.string(), PoolSchema), rules: z.array(RuleSchema) }),
  }),
)

type DynamicRecord = z.infer<typeof ZoneSchema>[string]

/** What octoDNS 1.22 would refuse of a dynamic record (its `record/dynamic.py`). */
export function refusedByOctodns({ dynamic: { pools, rules } }: DynamicRecord): readonly string[] {
  const targets = rules.map(({ subnets = [], geos = [], pool }) => ({ subnets, geos, pool }))
  const before = (index: number) => targets.slice(0, index)
  const used = new Set([
    ...rules.map(({ pool }) => pool),
    ...Object.values(pools).map(({ fallback }) => fallback),
  ])
  const last = targets.at(-1)
  return [
    ...Object.keys(pools).flatMap((name) => (used.has(name) ? [] : [`unused pool ${name}`])),
    ...Object.entries(pools).flatMap(([name, { fallback, values }]) => [
      ...(fallback === undefined || fallback in pools ? [] : [`undefined fallback of ${name}`]),
      ...(values.length === 1 && (values[0]?.weight ?? 1) !== 1
        ? [`weight of a single value in ${name}`]
        : []),
    ]),
    ...targets.flatMap(({ subnets, geos, pool }, index) => [
      ...(pool in pools ? [] : [`undefined pool ${pool}`]),
      ...(subnets.length + geos.length > 0 && before(index).some((each) => each.pool === pool)
        ? [`pool ${pool} reused`]
        : []),
      ...(subnets.length > 0 && before(index).some((each) => each.geos.length > 0)
        ? [`subnets of rule ${index + 1} after places`]
        : []),
      ...geos.flatMap((geo) =>
        before(index).some((each) => each.geos.some((seen) => geo.startsWith(seen)))
          ? [`${geo} after a place that holds it`]
          : [],
      ),
      ...subnets.flatMap((subnet) =>
        before(index).some((each) => each.subnets.some((seen) => isWithin(subnet, seen)))
          ? [`${subnet} after a block that holds it`]
          : [],
      ),
    ]),
    ...targets
      .slice(0, -1)
      .flatMap(({ subnets, geos }, index) =>
        subnets.length + geos.length > 0 ? [] : [`rule ${index + 1} for everybody is not the last`],
      ),
    ...(last && last.subnets.length + last.geos.length === 0 ? [] : ['the last rule is not for everybody']),
  ]
}

/** Mappings whose keys are not sorted, which octoDNS refuses unless told otherwise (`enforce_order` of its provider). */
export function unsortedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(unsortedIn)
  if (Array.isArray(value)) return below
  const keys = Object.keys(value)
  // An end of letters comes before whatever follows, and numbers are of one width.
  const spelled = (key: string) => key.replace(/\d+/g, (digits) => `\0${digits.padStart(20, '0')}`)
  const sorted = keys.toSorted((a, b) => (spelled(a) < spelled(b) ? -1 : 1))
  return keys.join() === sorted.join() ? below : [...below, keys.join()]
}

function isWithin(inner: string, outer: string): boolean {
  const [small, wide] = [parseIpPrefix(inner), parseIpPrefix(outer)]
  return small !== null && wide !== null && containsPrefix(wide, small)
}
