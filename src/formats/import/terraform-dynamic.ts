import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { wordOfJson } from '../hcl/hcl-calls'
import { hclToJson } from '../hcl/hcl-json'
import { referenceOf } from '../hcl/hcl-references'
import type { HclScope } from '../hcl/hcl-scope'
import { type HclBlock, type HclBody, hclAttribute } from '../hcl/hcl-tree'

/** A block with what is known where it stands. */
export interface ScopedBlock {
  readonly block: HclBlock
  readonly scope: HclScope
}

/** The blocks of a body; a `dynamic` one is a block for each turn of its loop, as far as that is written out. */
export function blocksOf(body: HclBody, scope: HclScope): readonly ScopedBlock[] {
  return body.blocks.flatMap((block) =>
    block.type === 'dynamic' ? turnsOf(block, scope) : [{ block, scope }],
  )
}

/** So many blocks are made of one; a longer loop stands once. */
const MOST_TURNS = 5_000

function turnsOf(dynamic: HclBlock, scope: HclScope): readonly ScopedBlock[] {
  const [type = ''] = dynamic.labels
  const content = dynamic.body.blocks.find((block) => block.type === 'content')
  if (!content) {
    scope.say(dynamic.start, `this dynamic block “${type}” has no content, and is left out.`)
    return []
  }
  const block: HclBlock = { ...content, type }
  const given = hclAttribute(dynamic.body, 'iterator')
  const iterator = (given && referenceOf(given)) || type
  const each = hclAttribute(dynamic.body, 'for_each')
  const over = each ? hclToJson(each, scope) : null
  const turns = turnsIn(over)
  if (turns && turns.length <= MOST_TURNS) {
    return turns.map((turn) => ({
      block,
      scope: { ...scope, bound: new Map(scope.bound).set(iterator, turn) },
    }))
  }
  const source = over === null ? 'nothing' : wordOfJson(over).replace(/^\$\{(.*)\}$/s, '$1')
  scope.say(
    dynamic.start,
    `a block “${type}” is made for each of ${source}, which is not written out in this text; one stands for all of them.`,
  )
  return [{ block, scope }]
}

/** What an iterator stands for at each turn, as `key` and `value`; null where that is not known. */
export function turnsIn(over: Json): readonly JsonObject[] | null {
  const turn = (key: Json, value: Json) =>
    jsonObject([
      ['key', key],
      ['value', value],
    ] as const)
  if (isJsonArray(over)) {
    return over.map((value, index) =>
      turn(typeof value === 'string' ? value : { number: String(index) }, value),
    )
  }
  return isJsonObject(over) ? [...over].map(([key, value]) => turn(key, value)) : null
}
