import type { Scenario } from '../scenario/scenario'

/**
 * The hosted zone that the public suffix list proposes for a scenario's name. The list is large and only one
 * check asks for it, so it is loaded for a CNAME policy whose zone is not said, and for no other.
 */
export async function proposeZone({ policy, record }: Scenario): Promise<string | null> {
  if (record.hostedZone !== null || policy.recordType !== 'CNAME') return null
  return registeredName(record.name)
}

/** The part of a DNS name that is registered: `example.co.uk` of `www.example.co.uk`; null where it has none. */
export async function registeredName(name: string): Promise<string | null> {
  const { getDomain } = await import('tldts-icann/dist/index.esm.min.js')
  return getDomain(name.replace(/\.$/, '').replace(/^\*\./, ''))
}
