import { readable } from '../../model/field'
import type { Scenario } from '../../scenario/scenario'
import { exportAwsPretty } from '../aws'
import { escapeTemplates, quoted } from '../hcl/write-hcl'
import { policyName } from './policy-name'

/** As many characters of a policy's name as leave room for what tells its versions apart. */
const ROOM_FOR_HASH = '-01234567'

/**
 * Terraform configuration of the policy and its record. The document is given raw, since the provider's data
 * source cannot say a weight. A changed document replaces the policy, which AWS refuses while it is in use; so
 * each document makes a policy of its own name, the record moves over, and only then the former one goes. A record
 * that gets another type is replaced, since AWS moves it to no policy of another type (ConflictingTypes).
 */
export function exportTerraform(scenario: Scenario): string {
  const { policy, record } = scenario
  const name = policyName(scenario, ROOM_FOR_HASH).slice(0, -ROOM_FOR_HASH.length)
  return `terraform {
  # For terraform_data, by which the record is made anew for another type.
  required_version = ">= 1.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0"
    }
  }
}

variable "hosted_zone_id" {
  type        = string
  description = ${quoted(zoneDescription(record.hostedZone))}
}

variable "record_name" {
  type        = string
  description = "DNS name that answers by the policy."
  default     = ${quoted(record.name)}
}

variable "ttl" {
  type        = number
  description = "TTL of the answers, in seconds."
  default     = ${String(record.ttl)}
}

locals {
  document = <<-DOCUMENT
${indented(escapeTemplates(exportAwsPretty(policy)))}  DOCUMENT
}

resource "aws_route53_traffic_policy" "this" {
  # Another document is another policy of another name, made before this one is destroyed:
  # AWS destroys no policy that a record still uses.
  name     = "${quoted(name).slice(1, -1)}-\${substr(sha256(local.document), 0, 8)}"
  document = local.document

  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "record_type" {
  input = ${quoted(readable(policy.recordType) ?? '')}
}

resource "aws_route53_traffic_policy_instance" "this" {
  hosted_zone_id         = var.hosted_zone_id
  name                   = var.record_name
  ttl                    = var.ttl
  traffic_policy_id      = aws_route53_traffic_policy.this.id
  traffic_policy_version = aws_route53_traffic_policy.this.version

  lifecycle {
    # AWS moves a record to no policy of another type: it is destroyed and made anew.
    replace_triggered_by = [terraform_data.record_type]
  }
}
`
}

function zoneDescription(zone: string | null): string {
  return zone === null ? 'Id of the hosted zone.' : `Id of the hosted zone ${zone}.`
}

// A heredoc that begins with <<- takes the common margin off again.
function indented(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, '    ')
}
