const DOCUMENT = `{
  "AWSPolicyFormatVersion": "2015-10-01",
  "RecordType": "A",
  "StartRule": "geo",
  "Endpoints": {
    "eu": { "Type": "value", "Value": "192.0.2.1" },
    "us": { "Type": "elastic-load-balancer", "Value": "us-1.us-east-1.elb.amazonaws.com" }
  },
  "Rules": {
    "geo": { "RuleType": "geo", "Locations": [
      { "Continent": "EU", "EndpointReference": "eu" },
      { "IsDefault": true, "RuleReference": "near", "EvaluateTargetHealth": true } ] },
    "near": { "RuleType": "geoproximity", "GeoproximityLocations": [
      { "Region": "aws:route53:us-east-1", "Bias": "10", "EndpointReference": "us" },
      { "Latitude": "51.50", "Longitude": "-0.16", "EndpointReference": "eu" } ] }
  }
}
`
const WRONG = `{
  "version": "1.0", "recordType": "a",
  "Endpoints": [ { "Id": "a", "Type": "ELB", "Value": "a-1.us-east-1.elb.amazonaws.com" }, { "Name": "b", "Value": "192.0.2.1", "Region": "us-east-1" } ],
  "Rules": { "g": { "RuleType": "geolocation", "Items": { "GB": { "EndpointReference": "A" }, "default": "b" } },
    "n": { "RuleType": "geoproximity", "Location": [ { "AWSRegion": "us-east-1", "Endpoint": "a" }, { "Latitude": 51.5074, "Longitude": "0", "RuleReference": "b", "HealthCheck": null } ] },
    "f": { "RuleType": "failover", "Items": [ { "Failover": "PRIMARY", "RuleReference": "g" }, { "Failover": "SECONDARY", "RuleReference": "n" } ] } }
}`
const quoted = JSON.stringify(DOCUMENT)
const template = (document: string) => `Resources:
  Policy:
    Type: AWS::Route53::TrafficPolicy
    Properties:
      Name: !Sub "\${AWS::StackName}-web"
      Document: ${document}
`

/** Texts of every kind that can be opened or repaired. */
export const EVERY_KIND: Readonly<Record<string, readonly string[]>> = {
  'AWS CLI output': [
    JSON.stringify({
      TrafficPolicies: [1, 2].map((Version) => ({ Name: 'web', Version, Document: DOCUMENT })),
    }),
    `TrafficPolicy:\n  Name: web\n  Document: ${quoted}\n`,
    JSON.stringify(quoted),
  ],
  'Terraform configuration': [
    `resource "aws_route53_traffic_policy" "web" {\n  name = "web"\n  document = <<-EOF\n${DOCUMENT}  EOF\n}\n`,
    `locals {\n  v = { a = 1 }\n}\nresource "aws_route53_traffic_policy" "web" {\n  document = jsonencode({\n    RecordType = "A" # type\n    StartEndpoint = "a"\n    Endpoints = { a = { Type = "value", Value = aws_eip.web.public_ip } }\n  })\n}\n`,
    'data "aws_route53_traffic_policy_document" "d" {\n  record_type = "A"\n  start_rule = "r"\n  endpoint {\n    id = "a"\n    type = "value"\n    value = "${var.ip}"\n  }\n  rule {\n    id = "r"\n    type = "weighted"\n    items {\n      endpoint_reference = "a"\n    }\n  }\n}\n',
  ],
  'Terraform state': [
    JSON.stringify({
      terraform_version: '1.9.5',
      resources: [
        {
          type: 'aws_route53_traffic_policy',
          name: 'web',
          instances: [{ attributes: { document: DOCUMENT } }],
        },
      ],
    }),
    JSON.stringify({
      planned_values: {
        root_module: {
          resources: [{ type: 'aws_route53_traffic_policy', address: 'a', values: { document: DOCUMENT } }],
        },
      },
    }),
  ],
  CloudFormation: [
    template(`!Sub |\n        ${DOCUMENT.trim().replaceAll('\n', '\n        ')}`),
    template(
      '{RecordType: A, StartEndpoint: !Ref Start, Endpoints: {a: &e {Type: value, Value: !GetAtt A.Ip}, b: *e}}',
    ),
    template(`!Join ["", ['{"RecordType":"', !Ref Type, '"}']]`),
  ],
  octoDNS: [
    'www:\n  type: A\n  ttl: 60\n  values: [203.0.113.1]\n  dynamic:\n    pools:\n      eu:\n        fallback: us\n        values: [{value: 192.0.2.1, weight: 2}, {value: 192.0.2.3}]\n      us: {values: [{value: 192.0.2.2}]}\n    rules:\n      - geos: [EU, NA-US-CA]\n        pool: eu\n      - pool: us\n',
  ],
  YAML: [
    'AWSPolicyFormatVersion: "2015-10-01"\nRecordType: A\nStartRule: r\nEndpoints:\n  a: &a {Type: value, Value: 192.0.2.1}\n  b:\n    <<: *a\n    Value: 192.0.2.2\nRules:\n  r:\n    RuleType: weighted\n    Items:\n      - {EndpointReference: a, Weight: 50}\n',
  ],
  'what people get wrong': [WRONG, '[{"EndpointReference":"a","Weight":1},{"Endpoint":"b","weight":"5%"}]'],
  'nearly JSON': [
    `Here you are:\n{\n  // one\n  'RecordType': “A”, StartEndpoint: 'a',\n  Endpoints: { a: { Type: 'value', Value: \${ip}, }, },\n}\n`,
    `const policy = ${WRONG.replaceAll('"', "'")};`,
  ],
  'text around it': [
    `Hi,\n\n\`\`\`json\n${DOCUMENT}\`\`\`\n`,
    JSON.stringify({ deployment: [{ document: DOCUMENT }, DOCUMENT] }),
  ],
}
