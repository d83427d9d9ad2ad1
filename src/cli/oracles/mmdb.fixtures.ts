import { parseIpPrefix } from '../../model/dns/ip-prefix'
import { IPV6_PLACES, PLACES, type TestPlace } from './places.fixtures'

/**
 * A database of places in MaxMind's format (MaxMind DB 2.0), which all name servers read: a binary tree over the
 * bits of an address, whose leaves point at records. Only what this test needs of it.
 */
export function placesDatabase(): Uint8Array {
  const data: number[] = []
  const nodes: [left: number, right: number][] = [[0, 0]]
  const leaves: { node: number; side: 0 | 1; offset: number }[] = []
  for (const place of [...PLACES, ...IPV6_PLACES]) {
    const offset = data.length
    data.push(...encoded(recordOf(place)))
    insert(nodes, leaves, networkBits(place.network), offset)
  }
  const tree: number[] = []
  const EMPTY = nodes.length
  for (const [index, sides] of nodes.entries()) {
    for (const side of [0, 1] as const) {
      const leaf = leaves.find((each) => each.node === index && each.side === side)
      // A record beyond the nodes points into the data, 16 bytes of zeros later.
      const value = leaf ? nodes.length + 16 + leaf.offset : sides[side] || EMPTY
      tree.push((value >> 16) & 255, (value >> 8) & 255, value & 255)
    }
  }
  const metadata = encoded({
    binary_format_major_version: uint(16, 2),
    binary_format_minor_version: uint(16, 0),
    build_epoch: uint(64, 1_700_000_000),
    // gdnsd wants a city database for coordinates.
    database_type: 'Catchment-Test-City',
    description: { en: 'Places of a test' },
    ip_version: uint(16, 6),
    languages: ['en'],
    node_count: uint(32, nodes.length),
    record_size: uint(16, 24),
  })
  const marker = [0xab, 0xcd, 0xef, ...new TextEncoder().encode('MaxMind.com')]
  return Uint8Array.from([...tree, ...Array.from({ length: 16 }, () => 0), ...data, ...marker, ...metadata])
}

/** Bits of a network: of IPv4 the first 16, after the 96 zeros that stand before them in a tree for IPv6. */
function networkBits(text: string): readonly (0 | 1)[] {
  const network = parseIpPrefix(text)
  if (!network) throw new Error(`${text} is no network`)
  const bits = network.words.flatMap((word) =>
    Array.from({ length: 16 }, (_, bit) => ((word >> (15 - bit)) & 1 ? 1 : 0)),
  )
  return network.family === 4
    ? [...Array.from({ length: 96 }, () => 0 as const), ...bits.slice(0, 16)]
    : bits.slice(0, network.length)
}

function insert(
  nodes: [left: number, right: number][],
  leaves: { node: number; side: 0 | 1; offset: number }[],
  bits: readonly (0 | 1)[],
  offset: number,
): void {
  let node = 0
  bits.forEach((side, depth) => {
    if (depth === bits.length - 1) {
      leaves.push({ node, side, offset })
      return
    }
    const sides = nodes[node] ?? [0, 0]
    if (sides[side] === 0) sides[side] = nodes.push([0, 0]) - 1
    node = sides[side]
  })
}

/** The members that PowerDNS and gdnsd look up; without a radius of accuracy PowerDNS knows no coordinates. */
function recordOf({ country, subdivision, coordinates, continent }: TestPlace): Value {
  return {
    continent: { code: continent ?? '' },
    country: { iso_code: country ?? '' },
    location: {
      accuracy_radius: uint(16, 10),
      latitude: coordinates?.latitude ?? 0,
      longitude: coordinates?.longitude ?? 0,
    },
    ...(subdivision === null ? {} : { subdivisions: [{ iso_code: subdivision }] }),
  }
}

interface Uint {
  readonly bits: 16 | 32 | 64
  readonly value: number
}
interface Members {
  readonly [key: string]: Value
}
type Value = string | number | Uint | readonly Value[] | Members

const uint = (bits: Uint['bits'], value: number): Uint => ({ bits, value })
const isUint = (value: Uint | Members): value is Uint => typeof value['bits'] === 'number'
const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const TYPES = { string: 2, double: 3, 16: 5, 32: 6, map: 7, 64: 9, array: 11 } as const

function encoded(value: Value): readonly number[] {
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    return [...control(TYPES.string, bytes.length), ...bytes]
  }
  if (typeof value === 'number') {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, value)
    return [...control(TYPES.double, 8), ...new Uint8Array(view.buffer)]
  }
  if (isList(value)) return [...control(TYPES.array, value.length), ...value.flatMap(encoded)]
  if (isUint(value)) {
    const bytes = []
    for (let rest = value.value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
    return [...control(TYPES[value.bits], bytes.length), ...bytes]
  }
  const members: readonly (readonly [string, Value])[] = Object.entries(value)
  return [
    ...control(TYPES.map, members.length),
    ...members.flatMap(([key, each]) => [...encoded(key), ...encoded(each)]),
  ]
}

/** Type and size in a byte; types from 8 up say so in a second one. Nothing here is longer than 28. */
function control(type: number, size: number): readonly number[] {
  return type < 8 ? [(type << 5) | size] : [size, type - 7]
}
