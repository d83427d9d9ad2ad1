import type { RuleId, Target } from '../../../model/address'
import { prefixText } from '../../../model/dns/ip-prefix'
import type { Branch, Rule } from '../../../rules'
import type { Scenario } from '../../../scenario/scenario'
import { blockChains, defaultChain } from '../block-chains'
import { placesInOrder } from '../branch-values'
import { type LiveBranch, livePolicy } from '../live-policy'
import { branchComment, ruleWords, targetWords } from '../node-words'
import { biasWords, latencyWords, placeWords, weightWords } from './branches'
import { luaText } from './lua-record'

/** The policy as statements of Lua that fill a table of nodes, children first. */
export interface LuaNodes {
  readonly code: readonly string[]
  /** The nodes in words, a line for each and one for each branch, under the numbers that the code knows them by. */
  readonly legend: readonly string[]
  /** The expression of the node that every query begins with. */
  readonly start: string
  /** Ids of the health checks in use; the code calls them by their position in the list, counted from 1. */
  readonly checks: readonly string[]
}

/**
 * Writes the nodes of a policy into the Lua table `name`, whose member `c` holds the health checks; `spelled` gives
 * a value as the server wants it from Lua.
 */
export function luaNodes(
  { policy: document, world }: Pick<Scenario, 'policy' | 'world'>,
  name: string,
  spelled: (value: string) => string,
): LuaNodes | null {
  const policy = livePolicy(document)
  const { start, rules, endpoints } = policy
  if (start === null) return null
  const checks: string[] = []
  const keys = new Map<string, string>()
  const code: string[] = []
  const legend: string[] = []

  function add(target: Target, expression: string): void {
    const key = `${name}[${(keys.size + 1).toString()}]`
    keys.set(`${target.kind} ${target.id}`, key)
    code.push(`${key} = ${expression}`)
  }

  const nodeOf = ({ kind, id }: Target) => keys.get(`${kind} ${id}`) ?? ''
  const numberOf = (target: Target) => nodeOf(target).slice(name.length)

  function explain(id: RuleId, rule: Rule): void {
    legend.push(`${numberOf({ kind: 'rule', id })} ${ruleWords(id, rule)}`)
    for (const each of policy.branchesOf(rule)) {
      const { target, check } = each.link
      const checked = check === null ? '' : `, health check [${(checks.indexOf(check) + 1).toString()}]`
      legend.push(
        `    ${branchComment(document, id, each)} → ${numberOf(target)} ${targetWords(target)}${checked}`,
      )
    }
  }

  function branch({ link }: LiveBranch, words = ''): string {
    const { target, check, evaluates } = link
    if (check !== null && !checks.includes(check)) checks.push(check)
    const members = [
      `n = ${nodeOf(target)}`,
      ...(check === null ? [] : [`c = ${name}.c[${(checks.indexOf(check) + 1).toString()}]`]),
      ...(evaluates ? ['e = true'] : []),
      ...(words === '' ? [] : [words]),
    ]
    return `{ ${members.join(', ')} }`
  }

  const list = <B extends Branch>(live: readonly LiveBranch<B>[], words: (branch: B) => string = () => '') =>
    `{ ${live.map((each) => branch(each, words(each.branch))).join(', ')} }`

  function expressionOf(rule: Rule): string {
    switch (rule.type) {
      case 'failover': {
        const live = policy.branchesOf(rule)
        const rank = (each: LiveBranch) => (each.branch.id === 'primary' ? 0 : 1)
        return `C.failover(${list(live.toSorted((a, b) => rank(a) - rank(b)))})`
      }
      case 'weighted':
        return `C.weighted(${list(policy.branchesOf(rule), weightWords)})`
      case 'multivalue':
        return `C.multivalue(${list(policy.branchesOf(rule))})`
      case 'geolocation': {
        const live = placesInOrder(policy.branchesOf(rule))
        return `C.geo({ ${live.map((each) => branch(each, placeWords(each.place))).join(', ')} })`
      }
      case 'geoproximity':
        return `C.near(${list(policy.branchesOf(rule), (each) => biasWords(each, world))})`
      case 'latency':
        return `C.near(${list(policy.branchesOf(rule), (each) => latencyWords(each, world))})`
      case 'ip-based': {
        const live = policy.branchesOf(rule)
        const numbers = (chain: readonly LiveBranch[]) =>
          `{ ${chain.map((each) => live.findIndex((one) => one === each) + 1).join(', ')} }`
        const blocks = blockChains(live).map(
          ({ network, chain }) =>
            `{ '${prefixText(network)}', ${network.length.toString()}, ${numbers(chain)} }`,
        )
        return `C.blocks(${list(live)}, { ${blocks.join(', ')} }, ${numbers(defaultChain(live))})`
      }
      default:
        // The losses of any other type let nothing be written.
        return 'nil'
    }
  }

  for (const [id, value] of endpoints) {
    const target: Target = { kind: 'endpoint', id }
    add(target, `C.value(${luaText(spelled(value))})`)
    legend.push(`${numberOf(target)} ${targetWords(target)}`)
  }
  for (const [id, rule] of rules) {
    add({ kind: 'rule', id }, expressionOf(rule))
    explain(id, rule)
  }
  return { code, legend, start: nodeOf(start), checks }
}
