import type { Address } from '../model/address'
import type { JsonPath } from '../model/problem'
import type { Policy } from '../policy/policy'
import { branchPath } from '../rules/codec'
import { type JsonNode, nodeAt } from './json-node'

/** A stretch of a text: offsets in UTF-16 units, `end` behind the last. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * Where a path leads in a text. A scalar member is meant with its key; of an object or a list only the key, or else its
 * opening bracket, since nobody wants half a document underlined. What is missing is at the nearest parent there.
 */
export function rangeOfPath(root: JsonNode, path: JsonPath): TextRange {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(root, path.slice(0, length))
    if (!node) continue
    const key = path[length - 1]
    const parent = nodeAt(root, path.slice(0, length - 1))
    const member = parent?.members.findLast((each) => each.key === key)
    const isScalar = node.members.length === 0 && node.items.length === 0
    if (member) return { start: member.keyStart, end: isScalar ? node.end : member.keyEnd }
    return { start: node.start, end: isScalar ? node.end : node.start + 1 }
  }
  return { start: root.start, end: Math.min(root.end, root.start + 1) }
}

/** The whole member that an address of the editor stands for; null for what the document does not hold. */
export function rangeOfAddress(root: JsonNode, policy: Policy, address: Address): TextRange | null {
  const path = pathOfAddress(policy, address)
  if (path === null) return null
  const node = nodeAt(root, path)
  if (!node) return null
  const parent = nodeAt(root, path.slice(0, -1))
  const member = parent?.members.findLast(({ key }) => key === path.at(-1))
  return { start: member?.keyStart ?? node.start, end: node.end }
}

function pathOfAddress(policy: Policy, address: Address): JsonPath | null {
  switch (address.kind) {
    case 'endpoint':
      return ['Endpoints', address.id]
    case 'rule': {
      const rule = policy.rules.get(address.id)
      if (!rule || address.branch === undefined) return ['Rules', address.id]
      return ['Rules', address.id, ...branchPath(rule, address.branch)]
    }
    case 'start':
      return policy.start === null ? null : [policy.start.kind === 'rule' ? 'StartRule' : 'StartEndpoint']
    case 'record':
      return null
  }
}

/** Keys and indexes from the root to the innermost value or key at an offset. */
export function pathAtOffset(root: JsonNode, offset: number): JsonPath {
  const path: (string | number)[] = []
  let node = root
  for (;;) {
    const member = node.members.find(({ keyStart, value }) => keyStart <= offset && offset <= value.end)
    const index = node.items.findIndex(({ start, end }) => start <= offset && offset <= end)
    const item = node.items[index]
    if (member) {
      path.push(member.key)
      node = member.value
    } else if (item) {
      path.push(index)
      node = item
    } else return path
  }
}

/** What in the editor stands behind a place of the document: a branch, a rule, an endpoint or the start. */
export function addressOfPath(policy: Policy, path: JsonPath): Address | null {
  const [first, id] = path
  if (first === 'StartRule' || first === 'StartEndpoint') return { kind: 'start' }
  if (typeof id !== 'string') return null
  if (first === 'Endpoints') return policy.endpoints.has(id) ? { kind: 'endpoint', id } : null
  const rule = first === 'Rules' ? policy.rules.get(id) : undefined
  if (!rule) return null
  const inside = path.slice(2)
  const branch = rule.branches.find((each) =>
    branchPath(rule, each.id).every((part, at) => part === inside[at]),
  )
  return branch ? { kind: 'rule', id, branch: branch.id } : { kind: 'rule', id }
}
