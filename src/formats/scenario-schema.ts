import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import { parseIpPrefix } from '../model/dns/ip-prefix'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import { MOST_DEMAND_PLACES } from '../scenario/demand-model'
import { DEFAULT_NAME, DEFAULT_TTL, LEGEND_MEASURES, MAP_LAYERS, WHOLE_WORLD } from '../scenario/scenario'

// Without code generation, which a content security policy forbids; the one locale, or every message
// is "Invalid input".
z.config({ ...en(), jitless: true })

const latitude = z.number().check(z.minimum(-90), z.maximum(90))
const longitude = z.number().check(z.minimum(-180), z.maximum(180))
const code = z._default(z.nullable(z.string()), null)

const coordinates = z._default(z.nullable(z.object({ latitude, longitude })), null)

const place = z.object({
  coordinates,
  country: code,
  subdivision: code,
})

const address = z.optional(
  z.string().check(
    z.refine((text) => parseIpPrefix(text) !== null, {
      message:
        'Invalid input: expected an IP address, or one with the length passed on, such as 192.0.2.0/24',
    }),
  ),
)

/** The parts of a scenario whose keys are ours; a part or member left out has the value that means nothing. */
export const SCENARIO_PARTS = {
  name: z._default(z.string(), 'Untitled scenario'),
  record: z.prefault(
    z.object({
      name: z._default(z.string(), DEFAULT_NAME),
      hostedZone: z._default(z.nullable(z.string()), null),
      ttl: z._default(z.int().check(z.minimum(0), z.maximum(2_147_483_647)), DEFAULT_TTL),
    }),
    {},
  ),
  world: z.prefault(
    z.object({
      down: z._default(z.array(z.string()), []),
      latencies: z._default(
        z.array(
          z.object({
            country: code,
            region: z.string(),
            milliseconds: z.number().check(z.minimum(0)),
          }),
        ),
        [],
      ),
      negativeBias: z._default(z.enum(['guide', 'map']), ALL_UP.negativeBias),
    }),
    {},
  ),
  demand: z._default(
    z.nullable(
      z.object({
        name: z._default(z.string(), ''),
        unit: z._default(z.string(), 'units'),
        places: z
          .array(
            z.object({
              country: code,
              subdivision: code,
              city: code,
              coordinates,
              weight: z.number().check(z.positive()),
            }),
          )
          .check(z.minLength(1), z.maxLength(MOST_DEMAND_PLACES)),
        leftOut: z._default(
          z.object({
            rows: z.int().check(z.minimum(0)),
            weight: z.number().check(z.minimum(0)),
          }),
          { rows: 0, weight: 0 },
        ),
      }),
    ),
    null,
  ),
  capacities: z.prefault(
    z.object({
      total: z._default(
        z.nullable(z.object({ amount: z.number().check(z.positive()), unit: z.string() })),
        null,
      ),
    }),
    {},
  ),
  queries: z._default(
    z.array(
      z.object({
        name: z._default(z.string(), ''),
        place: z._default(z.string(), ''),
        query: z.prefault(
          z.object({
            type: z._default(z.nullable(z.string()), null),
            client: z._default(place, UNMAPPED),
            resolver: z._default(z.nullable(place), null),
            clientSubnet: z._default(z.boolean(), true),
            clientAddress: address,
            resolverAddress: address,
          }),
          {},
        ),
      }),
    ),
    [],
  ),
  view: z.prefault(
    z.object({
      latitude: z._default(latitude, WHOLE_WORLD.latitude),
      // The map goes round the world more than once.
      longitude: z._default(z.number(), WHOLE_WORLD.longitude),
      zoom: z._default(z.number(), WHOLE_WORLD.zoom),
      layers: z.optional(z.array(z.enum(MAP_LAYERS))),
      legend: z.optional(z.enum(LEGEND_MEASURES)),
    }),
    {},
  ),
} as const

/** A node's place on the canvas. */
export const POSITION = z.object({ x: z.number(), y: z.number() })
/** What an endpoint can take. */
export const CAPACITY = z.object({
  amount: z.number().check(z.minimum(0)),
  in: z._default(z.enum(['percent', 'load']), 'percent'),
})
/** The state of a health check. */
export const CHECK_STATE = z.enum(['healthy', 'unhealthy'])
