import { type Failure, failure } from '../../model/result'
import { importProblem } from './import-problem'
import { templateText } from './templates'

/** A kind of text that holds no policy, and what to open in its place. */
interface Foreign {
  readonly at: RegExp
  readonly message: string
}

const LIST_RECORDS =
  'Open what “aws route53 list-resource-record-sets --hosted-zone-id … --output json” prints of the zone.'

/** In the order in which they are asked; each by words that nothing else begins with. */
const FOREIGN: readonly Foreign[] = [
  {
    at: /^; <<>> DiG |^;; (ANSWER|QUESTION) SECTION/m,
    message: `This is what dig prints: the answer to one query, not the rules that it follows from. ${LIST_RECORDS}`,
  },
  {
    at: /^\$(ORIGIN|TTL|INCLUDE|GENERATE)\s|^\S*[ \t]+(?:\d+\w?[ \t]+)?IN[ \t]+SOA\s|^\S+[ \t]+\d+[ \t]+IN[ \t]+(A|AAAA|CNAME|MX|NS|TXT)\s/m,
    message: `This is a zone file in the format of BIND, which holds records but not how Route 53 routes between them: weights, places and health checks have no words there. ${LIST_RECORDS}`,
  },
  {
    at: /^RESOURCERECORDSETS\t/m,
    message: `This is the text output of the AWS CLI, in which it is not certain what belongs to which record set. ${LIST_RECORDS}`,
  },
  {
    at: /<ListResourceRecordSetsResponse[\s>]/,
    message: `This is the XML of the Route 53 API. ${LIST_RECORDS}`,
  },
  {
    at: /^[ \t]*An error occurred \(\w+\) when calling the \w+ operation/m,
    message:
      'This is an error message of the AWS CLI, not what it prints when it succeeds. Mend what it says, and run it again.',
  },
  {
    at: /^[ \t]*-?[ \t]*(?:amazon\.aws\.|community\.aws\.)?route53[ \t]*:[ \t]*$/m,
    message: `This is an Ansible playbook. Its route53 tasks are not read here. ${LIST_RECORDS}`,
  },
  {
    at: /^kind:[ \t]*DNSEndpoint\b|external-dns\.alpha\.kubernetes\.io\//m,
    message: `This is a configuration of ExternalDNS, which is not read here. ${LIST_RECORDS}`,
  },
  {
    at: /^(?:\[{1,2}[\w.$"'-]+\]{1,2}[ \t]*(?:#.*)?\r?\n\s*(?:#.*\n\s*)*[\w."'-]+[ \t]*=|(?:AWSPolicyFormatVersion|RecordType|StartRule|StartEndpoint)[ \t]*=[ \t]*["'][^"'\n]*["'][ \t]*$)/m,
    message:
      'This is TOML, which is not read here. Write it as JSON and open that: python3 -c "import json, sys, tomllib; print(json.dumps(tomllib.load(sys.stdin.buffer)))" < FILE',
  },
  {
    at: /^[ \t]*D\([ \t]*["'][^"']+["'][ \t]*,/m,
    message: `This is a configuration of DNSControl, which is not read here. ${LIST_RECORDS}`,
  },
]

/** What a text is that Catchment knows but does not open, with what to open in its place; null for any other. */
export function foreignText(text: string): Failure | null {
  const head = text.slice(0, FARTHEST)
  const template = templateText(head)
  if (template) return template
  const known = FOREIGN.find(({ at }) => at.test(head))
  return known ? failure(importProblem('import/unrecognised', known.message)) : null
}

/** In UTF-16 units: so far one looks for what a text is. */
const FARTHEST = 20_000
