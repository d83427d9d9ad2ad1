import type { Scenario } from '../../scenario/scenario'
import { crc32 } from '../link/crc32'

/** Route 53's limit on a policy's name, in characters. */
const LONGEST_NAME = 512

/** The name of the traffic policy at AWS: the scenario's, on one line; no two policies of an account share one. */
export function policyName({ name }: Pick<Scenario, 'name'>, suffix = ''): string {
  const line = name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return (
    Array.from(line === '' ? 'Untitled' : line)
      .slice(0, LONGEST_NAME - suffix.length)
      .join('') + suffix
  )
}

/** Eight hexadecimal digits that tell one document from another. */
export function fingerprint(document: string): string {
  return crc32(new TextEncoder().encode(document)).toString(16).padStart(8, '0')
}
