import { isJsonNumber, type JsonObject, jsonObject } from '../../model/json'
import { wordOfJson } from '../hcl/hcl-calls'
import { hclToJson } from '../hcl/hcl-json'
import type { HclScope } from '../hcl/hcl-scope'
import { type HclBlock, hclAttribute } from '../hcl/hcl-tree'
import { turnsIn } from './terraform-dynamic'

/** One of those that a block is made for, with what is known where it stands. */
export interface BlockInstance {
  readonly block: HclBlock
  readonly scope: HclScope
  /** What `for_each` or `count` tells it apart by, as an address ends: `["eu"]`, `[0]`. Null for a block made once. */
  readonly key: string | number | null
}

/** So many are made of one block; of more, one stands for all. */
const MOST_INSTANCES = 5_000

/**
 * Everything that a block with `for_each` or `count` is made for, as far as that is written out; the block itself,
 * and the scope is told so, where it is not.
 */
export function instancesOf(block: HclBlock, scope: HclScope): readonly BlockInstance[] {
  const each = hclAttribute(block.body, 'for_each')
  if (each) {
    const over = hclToJson(each, scope)
    const turns = turnsIn(over)
    if (turns && turns.length <= MOST_INSTANCES) {
      return turns.map((turn) => ({
        block,
        scope: bound(scope, 'each', turn),
        key: wordOfJson(turn.get('key') ?? null),
      }))
    }
    const source = wordOfJson(over).replace(/^\$\{(.*)\}$/s, '$1')
    scope.say(
      each.start,
      `this is made once for each of ${source}, which is not written out in this text; one stands for all of them.`,
    )
    return [{ block, scope, key: null }]
  }
  const count = hclAttribute(block.body, 'count')
  const times = count ? hclToJson(count, scope) : null
  if (!isJsonNumber(times)) {
    // One or none is the usual question; one is what to open then.
    if (count && !ONE_OR_NONE.test(wordOfJson(times)))
      scope.say(
        count.start,
        `how often this is made, ${wordOfJson(times).replace(/^\$\{(.*)\}$/s, '$1')}, is not written out in this text; one stands for all.`,
      )
    return [{ block, scope, key: null }]
  }
  const length = Math.min(Number(times.number), MOST_INSTANCES)
  return Array.from({ length: Number.isInteger(length) && length > 0 ? length : 0 }, (_, index) => ({
    block,
    scope: bound(scope, 'count', jsonObject([['index', { number: String(index) }]])),
    key: index,
  }))
}

const ONE_OR_NONE = /\?\s*[01]\s*:\s*[01]\s*\}$/

/** What follows an address to name one instance of it. */
export function addressKey(key: BlockInstance['key']): string {
  if (key === null) return ''
  return typeof key === 'number' ? `[${key}]` : `["${key}"]`
}

function bound(scope: HclScope, name: 'each' | 'count', value: JsonObject): HclScope {
  return { ...scope, bound: new Map(scope.bound).set(name, value) }
}
