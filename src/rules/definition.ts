import type { RuleId, Target } from '../model/address'
import type { Endpoint } from '../model/endpoint'
import type { Loose } from '../model/field'
import type { Json, JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import type { ProblemTable, Subject } from '../model/problem-kind'
import type { World } from '../model/world'
import type { Branch } from './branch'
import type { Decision, OwnReason } from './decision'
import type { DocumentKeys } from './document-keys'

/** A rule: its type, its branches in document order, and the member as it was read. */
export interface RuleOf<T extends string, B extends Branch> {
  readonly type: T
  readonly branches: readonly B[]
  readonly source: JsonObject
}

/** Where a rule keeps its branches in the document: one list, or the pair of a failover rule. */
export type RuleForm =
  | { readonly kind: 'list'; readonly key: string }
  | { readonly kind: 'pair'; readonly keys: readonly [string, string] }

/** A branch as a problem's subject. */
export interface BranchSubject extends Subject {
  /** The member of the document as it would be exported; empty for a side that is missing. */
  readonly member: JsonObject
}

/**
 * Whether some state of checks and resources makes a branch unhealthy (route53.md 4.2); `unknown` while
 * something below it is missing or a placeholder.
 */
export type HealthOutlook = 'varies' | 'always-healthy' | 'unknown'

/** What a rule's own checks may know of the policy around it. */
export interface CheckContext {
  readonly id: RuleId
  /** The rule itself: its path in the document and its name in a sentence. */
  readonly subject: Subject
  /** The rule as it would be exported. */
  readonly written: JsonObject
  readonly formatVersion: string | undefined
  readonly recordType: string | undefined
  subjectOf(branch: Branch): BranchSubject
  /** The endpoint a target names, if it names one that exists. */
  endpointOf(target: Target | null): Endpoint | undefined
  outlookOf(branch: Branch): HealthOutlook
}

/** Words for a setting that a branch lost; null where it said no more than a branch without it does. */
export type SettingWord = (value: string, label: string) => string | null

/** How branches of a type speak of AWS Regions, so that they keep theirs under another type that does. */
export interface RegionSetting<B extends Branch> {
  /** The keys of the document that say where a branch stands. */
  readonly keys: readonly string[]
  /** The Region of a branch, by its plain code; undefined where it stands elsewhere or nowhere. */
  read(branch: B): Loose<string>
  /** The branch at a Region, or with its place still to be filled in. */
  write(branch: B, region: Loose<string>): B
}

/** Everything Catchment knows of one rule type. `rules/index.ts` lists them; nothing else does. */
export interface RuleDefinition<T extends string, B extends Branch> {
  readonly type: T
  /** The value of `RuleType` in the document. */
  readonly documentType: string
  /**
   * Whether a traffic policy document of AWS's has rules of this type. The others are Catchment's own: a scenario keeps
   * them in the same form, and Route 53 has them as plain record sets only (route53.md 3.7).
   */
  readonly inTrafficFlow: boolean
  readonly title: string
  /** One sentence: what the rule decides by. */
  readonly summary: string
  /** Route 53's own page about it. */
  readonly reference: string
  readonly form: RuleForm
  /** The keys that a rule of the type has in the document beside its branches, for the document's JSON Schema. */
  readonly ruleKeys: DocumentKeys
  /** The keys of a branch that only this type has, for the document's JSON Schema. */
  readonly documentKeys: DocumentKeys
  /** Those of them that a branch cannot be without. */
  readonly requiredKeys?: readonly string[]
  /** What a branch with a key must be besides, by that key: which keys go with it, and which do not. */
  readonly keyRules?: DocumentKeys
  /** Whether the choice depends on who asks, besides health. */
  readonly usesClient: boolean
  /** Whether it depends on the asker's IP address. */
  readonly usesAddress: boolean
  /** Whether branches hold an endpoint and a check only: no rule reference, no target health (route53.md 3.5). */
  readonly endpointsOnly: boolean
  /** Whether one answer holds the values of several branches, which a name of type CNAME cannot have. */
  readonly answersSeveral: boolean
  /** The settings of a branch by their keys in the document, with words for one that an edit had to drop. */
  readonly settings: Readonly<Record<string, SettingWord>>
  /** Null for a type that does not speak of Regions. */
  readonly region: RegionSetting<B> | null
  /** Reads the keys of this type from `base.source`. */
  decodeBranch(base: Branch): B
  /** Writes the keys of this type; `into` already holds the shared ones over what was read. */
  encodeBranch(branch: B, into: Map<string, Json>): void
  /** A branch from elsewhere as a branch of this type, with the first sensible values among its siblings. */
  adoptBranch(base: Branch, siblings: readonly B[], formatVersion: string | undefined): B
  /** The branch in a few words, as on its handle: "France", "Weight 3". */
  labelOf(branch: B): string
  /** What the label leaves to a setting of its own, for where there is no control that shows it: "bias +20". */
  detailOf?(branch: B): string
  prepare(rule: RuleOf<T, B>, world: World): Decision
  /** What the health of the group can become, given that of each of its branches. */
  groupOutlook(branches: readonly B[], outlooks: readonly HealthOutlook[]): HealthOutlook
  /** Words for the reasons that only this type gives, in one sentence without a full stop. */
  readonly reasons: Readonly<Record<OwnReason, string>>
  /** The kinds of problems that only this type reports, by code: `weighted/…`. */
  readonly problems: ProblemTable
  /** Problems local to one rule; references, cycles and unused nodes are the policy's. */
  check(rule: RuleOf<T, B>, context: CheckContext): readonly Problem[]
}
