import type { Scenario } from '../scenario/scenario'
import { exportAws, exportAwsMinified, exportAwsPretty } from './aws'
import { awsLosses } from './aws-losses'
import type { OutputFormat } from './output-format'
import { RECORD_OUTPUTS } from './records/record-outputs'
import { encodeScenarioFile } from './scenario-file'

/** Every format that can be written, in the order that menus show them. */
export const OUTPUTS: readonly OutputFormat[] = [
  {
    id: 'aws',
    title: 'Traffic policy document',
    summary: 'AWS’s document; byte for byte as it came, where nothing was edited.',
    group: 'Route 53',
    extension: '.json',
    losses: awsLosses,
    write: ({ policy }: Scenario) => exportAws(policy),
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
  ...RECORD_OUTPUTS,
  {
    id: 'scenario',
    title: 'Scenario file',
    summary: 'Everything, to be opened in Catchment again.',
    group: 'Catchment',
    extension: '.scenario.json',
    losses: () => [],
    write: encodeScenarioFile,
  },
]

/** The format of that name on the command line. */
export function outputOf(id: string): OutputFormat | undefined {
  return OUTPUTS.find((output) => output.id === id)
}
