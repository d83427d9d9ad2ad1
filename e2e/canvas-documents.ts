/** The newest version of the format. */
export const FORMAT = '2023-05-09'
/** An endpoint that holds an address. */
export const value = (address: string) => ({ Type: 'value', Value: address })

/** Three to one between two endpoints. */
export const SPLIT = {
  AWSPolicyFormatVersion: FORMAT,
  RecordType: 'A',
  StartRule: 'split',
  Endpoints: { blue: value('192.0.2.1'), green: value('192.0.2.2') },
  Rules: {
    split: {
      RuleType: 'weighted',
      Items: [
        { Weight: '3', EndpointReference: 'blue' },
        { Weight: '1', EndpointReference: 'green' },
      ],
    },
  },
}

/** France to a pair of sites, of which one stands by; everybody else to another. */
export const NESTED = {
  AWSPolicyFormatVersion: FORMAT,
  RecordType: 'A',
  StartRule: 'places',
  Endpoints: { paris: value('192.0.2.1'), rest: value('192.0.2.2'), spare: value('192.0.2.3') },
  Rules: {
    places: {
      RuleType: 'geo',
      Locations: [
        { Country: 'FR', RuleReference: 'safe' },
        { IsDefault: true, EndpointReference: 'rest' },
      ],
    },
    safe: {
      RuleType: 'failover',
      Primary: { EndpointReference: 'paris', HealthCheck: '11111111-2222-3333-4444-555555555555' },
      Secondary: { EndpointReference: 'spare' },
    },
  },
}

/** The nearer of two Regions. */
export const NEAR = {
  AWSPolicyFormatVersion: FORMAT,
  RecordType: 'A',
  StartRule: 'near',
  Endpoints: { fra: value('192.0.2.1'), iad: value('192.0.2.2') },
  Rules: {
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: ['eu-central-1', 'us-east-1'].map((region, index) => ({
        Location: { Type: 'Region', LocationName: `aws:route53:${region}` },
        Bias: '0',
        EndpointReference: ['fra', 'iad'][index],
      })),
    },
  },
}
