/** A file or the inside of a block of HCL2: Terraform's language, as far as it is written out literally. */
export interface HclBody {
  readonly attributes: readonly HclAttribute[]
  readonly blocks: readonly HclBlock[]
}

export interface HclAttribute {
  readonly name: string
  readonly value: HclExpression
}

export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: HclBody
  /** Offset in UTF-16 units. */
  readonly start: number
}

/** An expression with the offset that it begins at. */
export type HclExpression = { readonly start: number } & (
  | { readonly kind: 'literal'; readonly value: boolean | null }
  /** As it is spelled. */
  | { readonly kind: 'number'; readonly spelling: string }
  /** A quoted string or heredoc; what is computed in it stands there as `${…}`, as it is written. */
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'tuple'; readonly items: readonly HclExpression[] }
  | { readonly kind: 'object'; readonly members: readonly HclMember[] }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly HclExpression[]
      /** Whether the last argument is a list whose members are the arguments: `merge(list...)`. */
      readonly spread: boolean
      readonly written: string
    }
  | HclFor
  /** `condition ? yes : no`. */
  | {
      readonly kind: 'either'
      readonly condition: string
      readonly yes: HclExpression
      readonly no: HclExpression
      readonly written: string
    }
  /** Anything else that is computed: references, operators. */
  | { readonly kind: 'computed'; readonly written: string }
)

/** A list or an object made by a loop. */
export interface HclFor {
  readonly kind: 'for'
  /** What a key or position is called; null where the loop has no name for it. */
  readonly keyName: string | null
  readonly valueName: string
  readonly over: HclExpression
  /** Null for a list. */
  readonly key: HclExpression | null
  readonly value: HclExpression
  /** Whether values of one key become a list. */
  readonly grouped: boolean
  readonly condition: string | null
  readonly written: string
}

export interface HclMember {
  readonly key: string
  readonly value: HclExpression
}

export function hclAttribute(body: HclBody, name: string): HclExpression | undefined {
  return body.attributes.find((attribute) => attribute.name === name)?.value
}
