import type { OutputFormat } from '../output-format'
import { readBack, readBackTerraform } from './read-back'
import { exportRecordBatch, ZONE_PLACEHOLDER } from './record-batch'
import { exportRecordTemplate } from './record-cloudformation'
import { batchLosses, recordLosses } from './record-losses'
import { exportRecordTerraform } from './record-terraform'

// Amount: route53.md 5, seen in October 2026.
const SAVING =
  'without the monthly fee of a policy record ($50 as of October 2026; check Route 53’s price page)'

/** The policy as plain record sets, for those who want to see the tree that Traffic Flow hides. */
export const RECORD_OUTPUTS: readonly OutputFormat[] = [
  {
    id: 'records',
    title: 'Plain record sets',
    summary: `Change batch for “aws route53 change-resource-record-sets”; put the zone’s id for ${ZONE_PLACEHOLDER}. Plain records ${SAVING}.`,
    group: 'Route 53',
    extension: '.records.json',
    losses: batchLosses,
    write: exportRecordBatch,
    readBack,
  },
  {
    id: 'records-cloudformation',
    title: 'Record sets, CloudFormation',
    summary: `Template with an AWS::Route53::RecordSetGroup. Plain records ${SAVING}.`,
    group: 'Infrastructure as code',
    extension: '.records.template.json',
    losses: recordLosses,
    write: exportRecordTemplate,
    readBack,
  },
  {
    id: 'records-terraform',
    title: 'Record sets, Terraform',
    summary: `An aws_route53_record for each record set. Plain records ${SAVING}.`,
    group: 'Infrastructure as code',
    extension: '.records.tf',
    losses: recordLosses,
    write: exportRecordTerraform,
    readBack: readBackTerraform,
  },
]
