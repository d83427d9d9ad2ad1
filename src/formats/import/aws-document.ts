import { isJsonObject, type Json } from '../../model/json'
import { success } from '../../model/result'
import type { Content, Recogniser } from './recogniser'

/** Keys of a traffic policy document itself (route53.md 1). */
const OWN_KEYS = ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints', 'Rules', 'StartRule', 'StartEndpoint']

/** Whether a value is an AWS traffic policy document, however unfinished: it has one of its keys. */
export function isAwsDocument(json: Json | undefined): boolean {
  return isJsonObject(json) && OWN_KEYS.some((key) => json.has(key))
}

/** AWS's document. An empty object is one too, with everything still to be said. */
export const recogniseAwsDocument: Recogniser = ({ root, text, language }) => {
  const { json } = root
  if (!isAwsDocument(json) && !(isJsonObject(json) && json.size === 0)) return null
  // What reading the text had to say is said of the whole of it.
  const document = { text, root, problems: [] }
  const content: Content = language === 'JSON' ? { kind: 'document', document } : { kind: 'json', json }
  return success({ kind: 'AWS document', candidates: [{ name: null, where: null, content, problems: [] }] })
}
