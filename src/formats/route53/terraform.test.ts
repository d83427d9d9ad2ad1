import { parse } from '@cdktn/hcl2json'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Scenario } from '../../scenario/scenario'
import { exportAwsPretty } from '../aws'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { exampleScenarios } from '../testing/examples.fixtures'
import { exportTerraform } from './terraform'

const values = z.record(z.string(), z.unknown())
const Configuration = z.object({
  variable: z.record(z.string(), z.tuple([values])),
  locals: z.tuple([z.object({ document: z.string() })]),
  resource: z.object({
    aws_route53_traffic_policy: z.object({ this: z.tuple([values.and(z.object({ name: z.string() }))]) }),
    terraform_data: z.object({ record_type: z.tuple([values]) }),
    aws_route53_traffic_policy_instance: z.object({ this: z.tuple([values]) }),
  }),
})

async function parsed(scenario: Scenario): Promise<z.infer<typeof Configuration>> {
  return Configuration.parse(await parse('main.tf', exportTerraform(scenario)))
}

/** In the parser's output a template stays as it is written: its escapes are taken off here. */
const unescaped = (text: string) => text.replaceAll('$${', '${').replaceAll('%%{', '%{')

describe('the Terraform configuration, read by HashiCorp’s own parser', () => {
  for (const scenario of [...exampleScenarios(), AWKWARD_SCENARIO]) {
    it(`holds the very document of “${scenario.name.slice(0, 40)}”`, async () => {
      const [locals] = (await parsed(scenario)).locals
      expect(unescaped(locals.document)).toBe(exportAwsPretty(scenario.policy))
    })
  }

  it('names each document’s policy by its hash and makes it before the former one goes', async () => {
    const [policy] = (await parsed(AWKWARD_SCENARIO)).resource.aws_route53_traffic_policy.this
    expect(policy['lifecycle']).toEqual([{ create_before_destroy: true }])
    expect(policy['document']).toBe('${local.document}')
    expect(policy.name).toMatch(/-\$\{substr\(sha256\(local\.document\), 0, 8\)\}$/)
    expect(unescaped(policy.name)).toContain('$(c) ${d} %{e} $f')
  })

  it('makes the record anew where its type is another, since AWS would not move it', async () => {
    const [type] = (await parsed(AWKWARD_SCENARIO)).resource.terraform_data.record_type
    expect(type).toEqual({ input: 'TXT' })
  })

  it('moves the record to the policy’s version, with the scenario’s name and TTL as defaults', async () => {
    const { resource, variable } = await parsed(AWKWARD_SCENARIO)
    expect(resource.aws_route53_traffic_policy_instance.this).toEqual([
      {
        hosted_zone_id: '${var.hosted_zone_id}',
        name: '${var.record_name}',
        ttl: '${var.ttl}',
        traffic_policy_id: '${aws_route53_traffic_policy.this.id}',
        traffic_policy_version: '${aws_route53_traffic_policy.this.version}',
        lifecycle: [{ replace_triggered_by: ['${terraform_data.record_type}'] }],
      },
    ])
    expect(variable['record_name']?.[0]['default']).toBe('*.example.com')
    expect(variable['ttl']?.[0]['default']).toBe(300)
  })
})
