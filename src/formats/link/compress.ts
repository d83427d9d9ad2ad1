import { deflateSync, Inflate } from 'fflate'
import { DICTIONARY } from './words-v1'

/** What a link may unpack to, in bytes: a few bytes of malice could ask for gigabytes. */
export const LARGEST_BODY = 2 * 1024 * 1024
const SLICE = 512

const dictionary = Uint8Array.from(DICTIONARY, (sign) => sign.charCodeAt(0))

export function compress(body: Uint8Array): Uint8Array {
  return deflateSync(body, { level: 9, dictionary })
}

/** The bytes that were compressed, or why there are none. */
export function decompress(bytes: Uint8Array): Uint8Array | 'damaged' | 'too-large' {
  const chunks: Uint8Array[] = []
  let size = 0
  let finished = false
  const inflate = new Inflate({ dictionary }, (chunk, last) => {
    chunks.push(chunk)
    size += chunk.length
    finished ||= last
  })
  try {
    for (let at = 0; at < bytes.length && size <= LARGEST_BODY; at += SLICE) {
      inflate.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
    }
  } catch {
    return 'damaged'
  }
  if (size > LARGEST_BODY) return 'too-large'
  if (!finished) return 'damaged'
  const body = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    body.set(chunk, end)
    end += chunk.length
  }
  return body
}
