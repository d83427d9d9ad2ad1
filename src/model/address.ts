/** The id of a member of `Rules`. Any non-empty string on import. */
export type RuleId = string
/** The id of a member of `Endpoints`. Rules and endpoints are two name spaces (route53.md 1.1). */
export type EndpointId = string
/** Stable name of one outgoing choice of a rule, unique in its rule; never written to a document. */
export type BranchId = string

/** What a start or a branch leads to. */
export type Target =
  | { readonly kind: 'endpoint'; readonly id: EndpointId }
  | { readonly kind: 'rule'; readonly id: RuleId }

/** A thing of the editor that a problem, a selection or a trace can point at. */
export type Address =
  | { readonly kind: 'start' }
  | { readonly kind: 'rule'; readonly id: RuleId; readonly branch?: BranchId }
  | { readonly kind: 'endpoint'; readonly id: EndpointId }
  | { readonly kind: 'record' }

export function sameTarget(a: Target | null, b: Target | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id)
}
