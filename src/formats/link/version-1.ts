import type { Json, JsonObject } from '../../model/json'
import { compress, decompress } from './compress'
import { type Content, seal } from './envelope'
import { pack } from './pack'
import { unpack } from './unpack'

/** What a link holds: a policy document and the rest of its scenario, or why they cannot be had. */
export type Unpacked = { readonly document: Json; readonly rest: Json } | 'unreadable' | 'too-large'

/** A link of version 1: made no more but of scenarios that are too large for version 2. */
export function encodeV1(document: JsonObject, rest: JsonObject): string {
  const { body, raw } = pack(document, rest)
  return seal('c1.', { raw, compressed: compress(body) })
}

/** What a link of version 1 holds; kept for ever. */
export function decodeV1({ raw, compressed }: Content): Unpacked {
  const body = decompress(compressed)
  if (body === 'too-large') return body
  return (body === 'damaged' ? null : unpack({ body, raw })) ?? 'unreadable'
}
