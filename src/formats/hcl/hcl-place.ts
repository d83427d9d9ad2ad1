import type { JsonPath } from '../../model/problem'
import { followed } from './hcl-json'
import type { HclValues } from './hcl-scope'
import type { HclExpression } from './hcl-tree'

/** The offset at which a value of an expression is written, or what is nearest around it. */
export function placeInHcl(expression: HclExpression, path: JsonPath, values: HclValues): number {
  let at = followed(expression, values)
  for (const part of path) {
    const below = partOf(at, part, values)
    if (!below) return at.start
    at = followed(below, values)
  }
  return at.start
}

function partOf(
  expression: HclExpression,
  part: string | number,
  values: HclValues,
): HclExpression | undefined {
  switch (expression.kind) {
    case 'object':
      return expression.members.find(({ key }) => key === part)?.value
    case 'tuple':
      return expression.items[Number(part)]
    case 'call':
      // Of what is merged the last counts.
      return expression.args
        .map((arg) => partOf(followed(arg, values), part, values))
        .findLast((found) => found !== undefined)
    default:
      return undefined
  }
}
