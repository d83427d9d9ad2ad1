import { flagSchema, type JsonSchema, someText } from '../model/json-schema'

/** Keys of a branch, each with what may stand there, as the document's JSON Schema says it. */
export type DocumentKeys = Readonly<Record<string, JsonSchema>>

/** The keys that branches of every rule type have (route53.md 3). */
export const SHARED_DOCUMENT_KEYS = {
  EndpointReference: someText('Id of the endpoint in Endpoints that this branch leads to'),
  RuleReference: someText('Id of the rule in Rules that this branch leads to'),
  EvaluateTargetHealth: flagSchema(
    'Whether the health of what the branch leads to counts: an AWS resource or a rule',
  ),
  HealthCheck: someText(
    'Id of the health check that makes this branch healthy or unhealthy; without one it counts as healthy',
    '01234567-89ab-cdef-0123-456789abcdef',
  ),
} as const satisfies DocumentKeys
