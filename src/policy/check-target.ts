import type { Target } from '../model/address'
import { readField, text } from '../model/field'
import { examine } from '../model/field-checks'
import type { JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { quote, quoteSome, type Subject } from '../model/problem-kind'
import { type Policy, targetExists } from './policy'

/** A key that names a target of one kind. */
export interface ReferenceKey {
  readonly key: string
  readonly kind: Target['kind']
}

/** The form of one reference, and a problem made by `dangling` when it names nothing. */
export function checkTarget(
  policy: Policy,
  holder: JsonObject,
  { key, kind }: ReferenceKey,
  other: ReferenceKey,
  subject: Subject,
  dangling: (message: string) => Problem,
): readonly Problem[] {
  const { value: id, problems } = examine(
    readField(holder, key, text),
    subject,
    key,
    `a string, the id of ${kind === 'rule' ? 'a rule' : 'an endpoint'}`,
  )
  if (id === undefined || targetExists(policy, { kind, id })) return problems
  const message = `${key} ${quote(id)} of ${subject.name} names no ${kind} of this policy.`
  if (targetExists(policy, { kind: other.kind, id })) {
    return [dangling(`${message} The ${other.kind} of that id is meant by ${other.key}.`)]
  }
  const ids = [...(kind === 'rule' ? policy.rules : policy.endpoints).keys()]
  return [dangling(`${message} Add it${ids.length > 0 ? `, or use one of ${quoteSome(ids)}` : ''}.`)]
}
