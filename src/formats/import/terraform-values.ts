import type { HclValues } from '../hcl/hcl-scope'
import { type HclBody, type HclExpression, hclAttribute } from '../hcl/hcl-tree'

/**
 * What the references of a configuration stand for in its own text: locals, and variables whose default says what a
 * document consists of. A variable with a mere word as its default is there to be set, so it keeps its name.
 */
export function valuesOf({ blocks }: HclBody): HclValues {
  const locals = blocks
    .filter(({ type }) => type === 'locals')
    .flatMap(({ body }) => body.attributes)
    .map(({ name, value }) => [`local.${name}`, value] as const)
  const variables = blocks.flatMap(({ type, labels, body }) => {
    const value = type === 'variable' ? hclAttribute(body, 'default') : undefined
    return value && holdsMuch(value) ? [[`var.${labels[0] ?? ''}`, value] as const] : []
  })
  return new Map([...locals, ...variables])
}

function holdsMuch(value: HclExpression): boolean {
  if (value.kind === 'object') return value.members.length > 0
  if (value.kind === 'tuple') return value.items.length > 0
  return value.kind === 'string' && value.text.includes('AWSPolicyFormatVersion')
}
