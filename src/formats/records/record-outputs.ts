import type { OutputFormat } from '../output-format'
import { exportRecordBatch, ZONE_PLACEHOLDER } from './record-batch'
import { exportRecordTemplate } from './record-cloudformation'
import { batchLosses, recordLosses } from './record-losses'
import { exportRecordTerraform } from './record-terraform'

const SAVING =
  'without a policy record and its monthly fee (50 US dollars as of October 2026; check the Route 53 price page)'

/** The policy as plain record sets, for those who want to see the tree that Traffic Flow hides. */
export const RECORD_OUTPUTS: readonly OutputFormat[] = [
  {
    id: 'records',
    title: 'Record sets for the AWS CLI',
    summary: `A change batch for “aws route53 change-resource-record-sets”: the same answers from plain records, ${SAVING}; put the zone’s id for ${ZONE_PLACEHOLDER}.`,
    group: 'Route 53',
    extension: '.json',
    losses: batchLosses,
    write: exportRecordBatch,
  },
  {
    id: 'records-cloudformation',
    title: 'Record sets for CloudFormation',
    summary: `A template with one AWS::Route53::RecordSetGroup and the hosted zone as a parameter: plain records, ${SAVING}.`,
    group: 'Infrastructure as code',
    extension: '.template.json',
    losses: recordLosses,
    write: exportRecordTemplate,
  },
  {
    id: 'records-terraform',
    title: 'Record sets for Terraform',
    summary: `An aws_route53_record for each record set and the hosted zone as a variable: plain records, ${SAVING}.`,
    group: 'Infrastructure as code',
    extension: '.tf',
    losses: recordLosses,
    write: exportRecordTerraform,
  },
]
