import { policyFrom } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'

/** Characters that one language or another takes for its own. */
export const AWKWARD = `It's "a" \`b\` $(c) \${d} %{e} $f \\ \\n %s #g; <h> | & * [i] {j} – ☃ 'EOT' !`

/** A sound scenario whose name and ids are as awkward as they can be. */
export const AWKWARD_SCENARIO: Scenario = {
  ...scenarioOf(
    policyFrom({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'TXT',
      StartRule: AWKWARD,
      Endpoints: {
        [AWKWARD]: { Type: 'value', Value: String.raw`"v=${AWKWARD.replaceAll(/["\\]/g, '')}"` },
        plain: { Type: 'value', Value: '"plain"' },
      },
      Rules: {
        [AWKWARD]: {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: AWKWARD, Weight: '1', HealthCheck: AWKWARD },
            { EndpointReference: 'plain', Weight: '2' },
          ],
        },
      },
    }),
    `${AWKWARD}\nEND_OF_DOCUMENT\n`,
  ),
  record: { name: '*.example.com', hostedZone: 'example.com', ttl: 300 },
}
