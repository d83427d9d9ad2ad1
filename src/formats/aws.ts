import { toJsonText } from '../model/json-text'
import type { Problem } from '../model/problem'
import { type Result, success } from '../model/result'
import { decodePolicy, encodePolicy } from '../policy/document'
import type { Policy } from '../policy/policy'
import { parseJson } from './parse-json'
import { patchJson } from './patch'
import { parseUnwrapped } from './unwrap'

/** A policy that was opened, and what is worth saying about its text: repeated keys, a wrapper taken off. */
export interface ImportedPolicy {
  readonly policy: Policy
  /** Warnings and notes; what is wrong with the policy itself is for `checkPolicy` to say. */
  readonly problems: readonly Problem[]
}

/** Reads AWS's traffic policy document, also quoted or inside the answer of `get-traffic-policy`. */
export function importAws(text: string): Result<ImportedPolicy> {
  const document = parseUnwrapped(text)
  if (!document.ok) return document
  const { root, problems } = document.value
  const policy = decodePolicy(root.json, document.value.text)
  return policy.ok ? success({ policy: policy.value, problems }) : policy
}

/**
 * The policy as AWS's document: byte for byte the text it was read from while nothing is edited, else
 * that text with only the edited characters changed; a policy made here is written out in full.
 */
export function exportAws(policy: Policy): string {
  const source = policy.text === null ? null : parseJson(policy.text)
  if (!source?.ok) return exportAwsPretty(policy)
  const { text, root } = source.value
  return patchJson(text, root, encodePolicy(policy))
}

/** The document with a line for each member, two spaces a level, ending in a line break. */
export function exportAwsPretty(policy: Policy): string {
  return `${toJsonText(encodePolicy(policy), 2)}\n`
}

/** The document without white space. */
export function exportAwsMinified(policy: Policy): string {
  return toJsonText(encodePolicy(policy))
}

/** What importing the policy's own text had to say; for showing it again when a policy comes back from storage. */
export function textProblems(policy: Policy): readonly Problem[] {
  const source = policy.text === null ? null : parseJson(policy.text)
  return source?.ok ? source.value.problems : []
}
