import type { Scenario } from '../scenario/scenario'
import { exportAws, exportAwsMinified, exportAwsPretty } from './aws'
import { awsLosses, lossesWithRecord } from './aws-losses'
import { exportDot } from './documentation/dot'
import { drawingLosses } from './documentation/drawing-losses'
import { exportMarkdown } from './documentation/markdown'
import { exportMermaid } from './documentation/mermaid'
import { exportGdnsd } from './name-servers/gdnsd/config'
import { gdnsdLosses } from './name-servers/gdnsd/losses'
import { exportOctodns, octodnsLosses } from './name-servers/octodns/record'
import { powerdnsLosses } from './name-servers/powerdns/losses'
import { exportPowerdns } from './name-servers/powerdns/zone'
import type { OutputFormat } from './output-format'
import { RECORD_OUTPUTS } from './records/record-outputs'
import { exportAwsCli } from './route53/aws-cli'
import { exportCloudFormation } from './route53/cloudformation'
import { exportTerraform } from './route53/terraform'
import { encodeScenarioFile } from './scenario-file'
import { withTextLosses } from './text-losses'

const FORMATS: readonly OutputFormat[] = [
  {
    id: 'aws',
    title: 'Traffic policy document',
    summary: 'AWS’s document; byte for byte as it came, where nothing was edited.',
    group: 'Route 53',
    extension: '.json',
    losses: awsLosses,
    write: ({ policy }: Scenario) => exportAws(policy),
    keepsText: true,
  },
  {
    id: 'aws-pretty',
    title: 'Traffic policy document, indented',
    summary: 'AWS’s document with a line for each member.',
    group: 'Route 53',
    extension: '.json',
    losses: awsLosses,
    write: ({ policy }: Scenario) => exportAwsPretty(policy),
  },
  {
    id: 'aws-min',
    title: 'Traffic policy document, one line',
    summary: 'AWS’s document without white space.',
    group: 'Route 53',
    extension: '.json',
    losses: awsLosses,
    write: ({ policy }: Scenario) => exportAwsMinified(policy),
  },
  {
    id: 'aws-cli',
    title: 'Shell script for the AWS CLI',
    summary:
      'Makes the policy or a new version of it, then the policy record, or moves it; run again, it changes only what differs.',
    group: 'Route 53',
    extension: '.sh',
    losses: lossesWithRecord('A script for the AWS CLI'),
    write: exportAwsCli,
  },
  {
    id: 'terraform',
    title: 'Terraform',
    summary:
      'The raw document and its policy record; a changed document takes over before the former one goes.',
    group: 'Infrastructure as code',
    extension: '.tf',
    losses: lossesWithRecord('A Terraform configuration'),
    write: exportTerraform,
  },
  {
    id: 'cloudformation',
    title: 'CloudFormation',
    summary: 'A template with AWS::Route53::TrafficPolicy and its TrafficPolicyInstance.',
    group: 'Infrastructure as code',
    extension: '.template.json',
    losses: lossesWithRecord('A CloudFormation template'),
    write: exportCloudFormation,
  },
  ...RECORD_OUTPUTS,
  {
    id: 'octodns',
    title: 'octoDNS',
    summary: 'A zone file of octoDNS with a dynamic record, for the providers that it writes to.',
    group: 'Other name servers',
    extension: '.yaml',
    losses: octodnsLosses,
    write: exportOctodns,
    isZone: true,
  },
  {
    id: 'powerdns',
    title: 'PowerDNS zone',
    summary: 'A zone whose policy record is a LUA record, for PowerDNS Authoritative 4.7 and up.',
    group: 'Other name servers',
    extension: '.zone',
    losses: powerdnsLosses,
    write: exportPowerdns,
    isZone: true,
  },
  {
    id: 'gdnsd',
    title: 'gdnsd configuration',
    summary: 'Configuration of gdnsd 3, with the zone and the states of health in its comments.',
    group: 'Other name servers',
    extension: '.conf',
    losses: gdnsdLosses,
    write: exportGdnsd,
    isZone: true,
  },
  {
    id: 'mermaid',
    title: 'Mermaid flowchart',
    summary: 'The graph as text, which GitHub, GitLab and many wikis draw.',
    group: 'Documentation',
    extension: '.mmd',
    losses: drawingLosses,
    write: exportMermaid,
  },
  {
    id: 'dot',
    title: 'Graphviz',
    summary: 'The graph in the DOT language, for dot and other tools of Graphviz.',
    group: 'Documentation',
    extension: '.dot',
    losses: drawingLosses,
    write: exportDot,
  },
  {
    id: 'markdown',
    title: 'Markdown report',
    summary:
      'Everything that the scenario says, to read and to review: record, graph, rules, endpoints, problems.',
    group: 'Documentation',
    extension: '.md',
    losses: () => [],
    write: exportMarkdown,
  },
  {
    id: 'scenario',
    title: 'Scenario file',
    summary: 'Everything, to be opened in Catchment again.',
    group: 'Catchment',
    extension: '.scenario.json',
    losses: () => [],
    write: encodeScenarioFile,
    keepsText: true,
  },
]

/** Every format that can be written, in the order that menus show them. */
export const OUTPUTS: readonly OutputFormat[] = FORMATS.map(withTextLosses)

/** The format of that name on the command line. */
export function outputOf(id: string): OutputFormat | undefined {
  return OUTPUTS.find((output) => output.id === id)
}
