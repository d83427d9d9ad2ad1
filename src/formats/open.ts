import { isJsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { type Result, success } from '../model/result'
import type { Policy } from '../policy/policy'
import type { Scenario } from '../scenario/scenario'
import { importDocument } from './aws'
import { openLink, payloadOf } from './link'
import { decodeScenario, VERSION_KEY } from './scenario-json'
import { parseUnwrapped } from './unwrap'

/** What a text turned out to be, with warnings and notes: repeated keys, a wrapper taken off, keys left out. */
export type Opened = { readonly problems: readonly Problem[] } & (
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
)

/**
 * Opens any text that Catchment can read: an AWS document, bare or wrapped, a scenario file, a share
 * link. Every file, drop, paste and command line argument comes in here, and nothing else does.
 */
export function openText(text: string): Result<Opened> {
  const payload = payloadOf(text)
  if (payload !== null) {
    const opened = openLink(payload)
    return opened.ok ? success({ kind: 'scenario', ...opened.value }) : opened
  }
  const document = parseUnwrapped(text)
  if (!document.ok) return document
  const { root, problems } = document.value
  if (isJsonObject(root.json) && root.json.has(VERSION_KEY)) {
    const opened = decodeScenario(root.json)
    if (!opened.ok) return opened
    const { scenario } = opened.value
    return success({ kind: 'scenario', scenario, problems: [...problems, ...opened.value.problems] })
  }
  const imported = importDocument(document.value)
  return imported.ok ? success({ kind: 'policy', ...imported.value }) : imported
}
