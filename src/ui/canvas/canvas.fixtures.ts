import { policyOf } from '../../policy/documents.fixtures'
import { scenarioOf } from '../../scenario/scenario'

const value = (address: string) => ({ Type: 'value', Value: address })

/** A scenario of a geolocation rule, a failover rule below it and three endpoints. */
export function nestedScenario() {
  return scenarioOf(
    policyOf({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartRule: 'places',
      Endpoints: { paris: value('192.0.2.1'), rest: value('192.0.2.2'), spare: value('192.0.2.3') },
      Rules: {
        places: {
          RuleType: 'geo',
          Locations: [
            { Country: 'FR', RuleReference: 'safe' },
            { IsDefault: true, EndpointReference: 'rest' },
            { Country: 'DE' },
          ],
        },
        safe: {
          RuleType: 'failover',
          Primary: { EndpointReference: 'paris', HealthCheck: 'check-1' },
          Secondary: { EndpointReference: 'spare' },
        },
      },
    }),
  )
}
