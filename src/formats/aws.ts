import { equalJson } from '../model/json'
import { toJsonText } from '../model/json-text'
import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import { decodePolicy, encodePolicy } from '../policy/document'
import type { Policy } from '../policy/policy'
import { type JsonDocument, parseJson } from './parse-json'
import { patchJson } from './patch'
import { readingProblem } from './reading-problem'
import { parseUnwrapped } from './unwrap'

/** A policy that was opened, and what is worth saying about its text: repeated keys, a wrapper taken off. */
export interface ImportedPolicy {
  readonly policy: Policy
  /** Warnings and notes; what is wrong with the policy itself is for `checkPolicy` to say. */
  readonly problems: readonly Problem[]
}

/**
 * In UTF-16 units. AWS takes 102,400; what is larger still opens, to be reported by the checks (V01), as
 * long as a scenario file around it can be opened again.
 */
export const LONGEST_DOCUMENT_TEXT = 1_000_000

/** Reads AWS's traffic policy document, also quoted or inside the answer of `get-traffic-policy`. */
export function importAws(text: string): Result<ImportedPolicy> {
  const document = parseUnwrapped(text)
  return document.ok ? importDocument(document.value) : document
}

/** The same from a text that is known to be JSON. */
export function importDocument({ text, root, problems }: JsonDocument): Result<ImportedPolicy> {
  if (text.length > LONGEST_DOCUMENT_TEXT) {
    const most = LONGEST_DOCUMENT_TEXT.toLocaleString('en-GB')
    const message = `This document is longer than ${most} characters. Route 53 itself takes 102,400.`
    return failure(readingProblem('document/too-large', message))
  }
  const policy = decodePolicy(root.json, text)
  return policy.ok ? success({ policy: policy.value, problems }) : policy
}

/**
 * The policy as AWS's document: byte for byte the text it was read from while nothing is edited, else
 * that text with only the edited characters changed; a policy made here is written out in full.
 */
export function exportAws(policy: Policy): string {
  const { text, source } = policy
  if (text === null) return exportAwsPretty(policy)
  const document = encodePolicy(policy)
  if (equalJson(document, source)) return text
  const parsed = parseJson(text)
  return parsed.ok ? patchJson(text, parsed.value.root, document) : exportAwsPretty(policy)
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
