import type { Target } from '../../model/address'
import { readable } from '../../model/field'
import { toPointer } from '../../model/problem'
import { branchWords } from '../../policy/branch-label'
import type { Policy } from '../../policy/policy'
import { definitionOf, type Rule } from '../../rules'
import { checkScenario } from '../../scenario/check'
import type { Scenario } from '../../scenario/scenario'
import { code, plain, table } from './markdown-words'
import { exportMermaid } from './mermaid'
import { capacitiesOf, demandOf, queriesOf, worldOf } from './scenario-words'

/** A report to read, to review and to keep beside the policy: everything that the scenario says, in words. */
export function exportMarkdown(scenario: Scenario): string {
  const { name, policy } = scenario
  const sections: readonly (readonly [string, string])[] = [
    ['Policy record', recordOf(scenario)],
    ['Graph', `\`\`\`mermaid\n${exportMermaid(scenario)}\`\`\``],
    ['Rules', [...policy.rules].map(([id, rule]) => ruleSection(policy, id, rule)).join('\n\n')],
    ['Endpoints', endpointsOf(scenario)],
    ['What if', worldOf(scenario)],
    ['Demand', demandOf(scenario)],
    ['Capacities', capacitiesOf(scenario)],
    ['Saved queries', queriesOf(scenario)],
    ['Problems', problemsOf(scenario)],
  ]
  const body = sections.filter(([, text]) => text !== '').map(([title, text]) => `## ${title}\n\n${text}\n`)
  return [`# ${plain(name) || 'Untitled'}\n`, ...body].join('\n')
}

function recordOf({ policy, record }: Scenario): string {
  return table(
    ['What', 'Value'],
    [
      ['DNS name', code(record.name)],
      ['Hosted zone', record.hostedZone === null ? 'not said' : code(record.hostedZone)],
      ['Type', code(readable(policy.recordType) ?? '')],
      ['TTL', `${record.ttl.toString()} s`],
      ['Format version', code(readable(policy.formatVersion) ?? '')],
      ['Starts at', target(policy.start)],
    ],
  )
}

function ruleSection(policy: Policy, id: string, rule: Rule): string {
  const { title, summary } = definitionOf(rule)
  const rows = rule.branches.map((branch) => [
    plain(branchWords(policy, id, branch.id)),
    target(branch.target),
    code(readable(branch.healthCheck) ?? ''),
    flag(readable(branch.evaluateTargetHealth)),
  ])
  return `### ${plain(id)}\n\n${title}. ${summary}\n\n${table(
    ['Branch', 'Leads to', 'Health check', 'Evaluates target health'],
    rows,
  )}`
}

function endpointsOf({ policy, world }: Scenario): string {
  if (policy.endpoints.size === 0) return ''
  return table(
    ['Endpoint', 'Type', 'Value', 'Region', 'In this scenario'],
    [...policy.endpoints.values()].map(({ id, type, value, region }) => [
      plain(id),
      code(readable(type) ?? ''),
      code(readable(value) ?? ''),
      code(readable(region) ?? ''),
      world.down.has(id) ? '**down**' : 'up',
    ]),
  )
}

function problemsOf(scenario: Scenario): string {
  const problems = checkScenario(scenario, null)
  if (problems.length === 0) return 'None found.'
  return table(
    ['Severity', 'What', 'Where'],
    problems.map(({ severity, message, path }) => [severity, plain(message), code(toPointer(path))]),
  )
}

function target(to: Target | null): string {
  return to === null ? 'nothing' : `${to.kind} ${plain(to.id)}`
}

function flag(value: boolean | undefined): string {
  if (value === undefined) return 'not said'
  return value ? 'yes' : 'no'
}
