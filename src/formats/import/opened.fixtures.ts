import { exportAws } from '../aws'
import { openText } from '../open'

/** A small document, spaced as nothing here writes it. */
export const DOCUMENT = `{
  "AWSPolicyFormatVersion": "2015-10-01",
  "RecordType": "A",
  "StartEndpoint": "a",
  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } }
}`
export const LINES = DOCUMENT.split('\n')

/** The document that a text opens as, with its characters; else the problems. */
export function opened(text: string): string {
  const result = openText(text)
  if (!result.ok) return result.problems.map(({ message }) => message).join('\n')
  return result.value.kind === 'policy' ? exportAws(result.value.policy).trimEnd() : result.value.kind
}
