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

function isWithin(inner: string, outer: string): boolean {
  const [small, wide] = [parseIpPrefix(inner), parseIpPrefix(outer)]
  return small !== null && wide !== null && containsPrefix(wide, small)
}
