import type { Json } from '../../model/json'
import type { JsonPath, Problem } from '../../model/problem'
import type { Result } from '../../model/result'
import type { Policy } from '../../policy/policy'
import type { PolicyRecord, Scenario } from '../../scenario/scenario'
import type { JsonDocument } from '../parse-json'

/** A text that was read as a tree of values, whatever it was written in. */
export interface Tree extends JsonDocument {
  readonly language: 'JSON' | 'YAML'
  /** Of the file, where it is known. */
  readonly name: string | null
}

/** What a candidate holds, before it is read as a policy. */
export type Content =
  /** The whole text is the document. */
  | { readonly kind: 'document'; readonly document: JsonDocument }
  /** The bytes of a document, to be kept. */
  | { readonly kind: 'text'; readonly text: string }
  /** A document whose text belongs to another language; its own is written anew. */
  | {
      readonly kind: 'json'
      readonly json: Json
      /** Where a place of the document is written, for messages: `line 3, column 5`. */
      readonly placeOf?: (path: JsonPath) => string
    }
  | { readonly kind: 'policy'; readonly policy: Policy; readonly record?: Partial<PolicyRecord> }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  /** A policy that is there, but cannot be read from this text; the problems say why. */
  | { readonly kind: 'none'; readonly problems: readonly Problem[] }

/** One policy of a text that may hold several. */
export interface Candidate {
  /** What it is called there; a title for the scenario. Null when it has no name of its own. */
  readonly name: string | null
  /** Where in the text: `resource aws_route53_traffic_policy.example`. Null when it is the whole of it. */
  readonly where: string | null
  /** Its version and comment, where the text says them. */
  readonly version?: string
  readonly comment?: string
  readonly content: Content
  /** What is lost or worth saying; shown when this one is opened. */
  readonly problems: readonly Problem[]
}

/** What a text is. */
export type ImportKind =
  | 'AWS document'
  | 'AWS CLI output'
  | 'Catchment scenario'
  | 'Catchment link'
  | 'CloudFormation template'
  | 'Record sets'
  | 'Terraform configuration'
  | 'Terraform plan'
  | 'Terraform state'
  | 'octoDNS zone'
  | 'Text with a document in it'

/** A text that was recognised: what can be opened of it, the one to open first of all. */
export interface Recognised {
  readonly kind: ImportKind
  /** At least one. */
  readonly candidates: readonly Candidate[]
}

/**
 * Finds policies in one kind of tree. `recognise.ts` lists them in the order they are asked. Null says "not
 * mine"; a failure says "mine, but there is nothing to open", and the next ones are not asked.
 */
export type Recogniser = (tree: Tree) => Result<Recognised> | null
