import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cidr, policyFrom, policyOf, to } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { exampleScenarios } from '../testing/examples.fixtures'
import { hasProgram, runProgram } from '../testing/programs.fixtures'
import { exportDot } from './dot'
import { drawingOf } from './drawing'
import { exportMermaid } from './mermaid'

const Drawn = z.object({ objects: z.array(z.unknown()), edges: z.array(z.unknown()) })
const SCENARIOS = [...exampleScenarios(), AWKWARD_SCENARIO]

const dangling = scenarioOf(
  policyFrom({
    StartRule: 'main',
    Endpoints: { lone: { Type: 'value', Value: '192.0.2.1' } },
    Rules: { main: { RuleType: 'failover', Primary: { EndpointReference: 'gone' }, Secondary: {} } },
  }),
)

describe('the drawing of a policy', () => {
  it('has every rule and endpoint, used or not, and what a branch names that is not there', () => {
    const { nodes, edges } = drawingOf(dangling)
    expect(nodes.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'start www.example.com',
      'rule main',
      'endpoint lone',
      'missing gone',
    ])
    expect(edges.map(({ from, to, label }) => `${from} ${to} ${label}`)).toEqual([
      'start r1 ',
      'r1 x3 Primary',
    ])
  })
})

it('cuts what is too long for a line of a drawing', () => {
  const blocks = Array.from({ length: 200 }, (_, index) => `10.${index}.0.0/16`)
  const { edges } = drawingOf(scenarioOf(policyOf(cidr(['office', blocks, to('a')], ['*', [], to('b')]))))
  expect(edges.map(({ label }) => label)).toEqual([
    '',
    'office, 10.0.0.0/16 10.1.0.0/16 10.2.0.0/16 10.3.0.0/16 10.4.0.0/16 10.5.0.0/16…',
    'Default',
  ])
})

describe('the Mermaid flowchart', () => {
  it('says a node or an edge a line, with nothing in a label that is markup', () => {
    const line =
      /^ {2}(?:\w+(?:\(\[|\[|\(|\{\{)"[^"#<>|`]*(?:#\d+;[^"#<>|`]*)*<br\/>[^"#<>|`]*(?:#\d+;[^"#<>|`]*)*"(?:\]\)|\]|\)|\}\})|\w+ -->(?:\|"[^"#<>|`]*(?:#\d+;[^"#<>|`]*)*"\|)? \w+)$/
    for (const scenario of [...SCENARIOS, dangling]) {
      const [head, ...lines] = exportMermaid(scenario).trimEnd().split('\n')
      expect(head).toBe('flowchart LR')
      expect(lines.filter((each) => !line.test(each))).toEqual([])
    }
  })
})

describe('the Graphviz drawing', () => {
  const isThere = hasProgram('dot', 'Graphviz on the drawings')

  it('is read by dot, which finds the very labels, or it is said that there is none', () => {
    if (!isThere) return
    for (const scenario of [...SCENARIOS, dangling]) {
      const drawn = runProgram('dot', ['-Tjson'], exportDot(scenario))
      expect(drawn).toMatchObject({ status: 0, stderr: '' })
      const { nodes, edges } = drawingOf(scenario)
      const { objects, edges: found } = Drawn.parse(JSON.parse(drawn.stdout))
      expect(objects).toHaveLength(nodes.length)
      expect(found).toHaveLength(edges.length)
    }
    const svg = runProgram('dot', ['-Tsvg'], exportDot(AWKWARD_SCENARIO)).stdout
    expect(svg).toContain('%{e} $f \\ \\n %s #g; &lt;h&gt; | &amp; * [i]')
  })
})
