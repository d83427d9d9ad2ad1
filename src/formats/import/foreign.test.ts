import { describe, expect, it } from 'vitest'
import { openText } from '../open'
import { DOCUMENT, LINES, opened } from './opened.fixtures'

const template = (type: string) =>
  `Resources:\n  Policy:\n    Type: ${type}\n    Properties:\n      Document: ${JSON.stringify(DOCUMENT)}\n`

const LOOP = `{
  "AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartRule": "r", "Endpoints": {
    {% for region in regions %}
    "{{ region.id }}": { "Type": "value", "Value": "{{ region.ip }}" }{% if not loop.last %},{% endif %}
    {% endfor %}
  }
}`

describe('a text that holds no policy', () => {
  it.each([
    ['$ORIGIN example.com.\n$TTL 3600\nwww IN A 192.0.2.1\n', 'a zone file in the format of BIND'],
    ['example.com. 3600 IN SOA ns1 admin 1 2 3 4 5\nwww.example.com. 60 IN A 192.0.2.1\n', 'a zone file'],
    ['; <<>> DiG 9.18 <<>> www.example.com\n;; ANSWER SECTION:\n', 'what dig prints'],
    ['RESOURCERECORDSETS\twww.example.com.\tb\t60\tA\t9\n', 'the text output of the AWS CLI'],
    ['<?xml version="1.0"?>\n<ListResourceRecordSetsResponse xmlns="x"/>\n', 'the XML of the Route 53 API'],
    [
      '\nAn error occurred (NoSuchTrafficPolicy) when calling the GetTrafficPolicy operation: no\n',
      'an error message',
    ],
    [
      '- hosts: localhost\n  tasks:\n    - amazon.aws.route53:\n        zone: example.com\n',
      'an Ansible playbook',
    ],
    [
      'apiVersion: externaldns.k8s.io/v1alpha1\nkind: DNSEndpoint\nspec: {}\n',
      'a configuration of ExternalDNS',
    ],
    [
      'AWSPolicyFormatVersion = "2015-10-01"\nRecordType = "A"\n\n[Endpoints.a]\nType = "value"\nValue = "192.0.2.1"\n',
      'TOML',
    ],
    ['[[rules]]\nid = "r"\n', 'TOML'],
    [LOOP, 'line 3: a Jinja template'],
    ['{% for r in regions %}\n{{ r }}\n{% endfor %}\n', 'line 1: a Jinja template'],
    [
      'Endpoints:\n{{- range .Values.regions }}\n  {{ .id }}:\n    Type: value\n{{- end }}\n',
      'line 2: a template of Helm',
    ],
    [
      '{\n"Endpoints": {\n<% regions.each do |r| %>\n"<%= r %>": {}\n<% end %>\n}}\n',
      'line 3: an ERB template',
    ],
    [
      '{ "Endpoints": {\n%{ for r in regions ~}\n"${r}": {},\n%{ endfor ~}\n} }\n',
      'line 2: a template of Terraform',
    ],
    ['{ "Endpoints": {\n{{#each regions}}\n"{{id}}": {},\n{{/each}}\n} }\n', 'line 2: a Handlebars template'],
    ['D("example.com", REG,\n  A("www", "192.0.2.1"),\n);\n', 'a configuration of DNSControl'],
  ])('is called what it is: %j', (text, what) => {
    expect(opened(text)).toContain(what)
  })

  it.each(['policy.yaml', 'policy.json', null])('is called a template in the file %s too', (name) => {
    const result = openText('Rules:\n  {{- range .Values.rules }}\n  - {{ . | quote }}: [\n  {{- end }}\n', {
      name,
    })
    expect(result.ok ? '' : result.problems[0]?.message).toContain('a template of Helm')
  })

  it('that lists policies names the command that prints one', () => {
    const instance = { TrafficPolicyId: 'abc', TrafficPolicyVersion: 3, Name: 'www.example.com.' }
    expect(opened(JSON.stringify({ TrafficPolicyInstances: [instance] }))).toContain('--id abc --version 3”')
    expect(opened(JSON.stringify({ TrafficPolicySummaries: [{ Id: 'x', LatestVersion: 2 }] }))).toContain(
      '--id x --version 2”',
    )
  })
})

describe('a document that is not where one looks first', () => {
  it.each([
    ['a resource of another type', template('Custom::TrafficPolicy')],
    [
      'a template inside the answer of get-template',
      JSON.stringify({ TemplateBody: template('AWS::Route53::TrafficPolicy') }),
    ],
    [
      'lines with numbers',
      LINES.map((line, index) => `${String(index + 9).padStart(4)}  ${line}`).join('\n'),
    ],
    ['what “grep -n” prints', LINES.map((line, index) => `policy.json:${index + 1}:${line}`).join('\n')],
    ['a text encoded for an address', encodeURIComponent(DOCUMENT)],
    ['a text in Base64', Buffer.from(DOCUMENT).toString('base64').replaceAll(/.{76}/g, '$&\n')],
  ])('is found in %s', (_, text) => {
    expect(JSON.parse(opened(text))).toEqual(JSON.parse(DOCUMENT))
  })

  it('is made of a single record set', () => {
    const set = { Name: 'www.example.com.', Type: 'A', TTL: 60, SetIdentifier: 'b', Weight: 9 }
    const result = openText(JSON.stringify({ ...set, ResourceRecords: [{ Value: '192.0.2.1' }] }))
    expect(result.ok && result.value.found.kind).toBe('Record sets')
  })
})
