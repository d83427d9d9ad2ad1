import { absoluteName } from '../../model/dns/domain-name'
import { readable } from '../../model/field'
import type { Scenario } from '../../scenario/scenario'
import { exportAwsPretty } from '../aws'
import { AWS_CLI_STEPS } from './aws-cli-steps'
import { policyName } from './policy-name'
import { shellWord } from './shell-word'

/** What the AWS CLI takes for the address of a file to read a value from. */
const READ_FROM = /^(fileb?|https?):\/\//i

/**
 * A POSIX shell script for the AWS CLI: makes the traffic policy, or a new version of it where the document
 * is another, and the policy record, or moves it to that version. Run again, it finds nothing to do.
 */
export function exportAwsCli(scenario: Scenario): string {
  const { policy, record } = scenario
  const name = absoluteName(record.name)
  return `#!/bin/sh
# Puts a traffic policy and its policy record into Amazon Route 53. Run again, it changes only what differs.
#
#   sh FILE [HOSTED_ZONE_ID]
#
# Needs the AWS CLI with credentials. Without an id, the public hosted zone is looked up by its name.
# A policy record costs a monthly fee for as long as it exists.
set -eu

# shellcheck disable=SC2016 # A name is meant as it stands: nothing in it is to be expanded.
policy_name=${shellWord(policyName(scenario).replace(READ_FROM, '$1 '))}
record_type=${shellWord(readable(policy.recordType) ?? '')}
record_name=${shellWord(name)}
# As Route 53 lists it: in lower case, an asterisk as its octal code.
listed_name=${shellWord(name.toLowerCase().replaceAll('*', String.raw`\052`))}
record_ttl=${shellWord(String(record.ttl))}
zone_name=${shellWord(record.hostedZone === null ? '' : absoluteName(record.hostedZone).toLowerCase())}
zone_id=\${1:-}

# The traffic policy document. No line of JSON can be the word that ends it.
document() {
  cat <<'END_OF_DOCUMENT'
${exportAwsPretty(policy)}END_OF_DOCUMENT
}
${AWS_CLI_STEPS}`
}
