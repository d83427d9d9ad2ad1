import type { Endpoint } from '../model/endpoint'
import type { Problem } from '../model/problem'
import type { Result } from '../model/result'
import type { Policy } from '../policy/policy'
import type { Scenario } from '../scenario/scenario'

/** A format that a scenario can be written in. `outputs.ts` lists them. */
export interface OutputFormat {
  /** Its name on the command line: `--to aws-pretty`. */
  readonly id: string
  readonly title: string
  /** What it is and what to do with it, in one sentence. */
  readonly summary: string
  /** What a menu files it under. */
  readonly group: 'Route 53' | 'Infrastructure as code' | 'Other name servers' | 'Documentation' | 'Catchment'
  /** Of the file, with its dot. */
  readonly extension: string
  /**
   * What the format has no place for. A warning is a loss: without it an answer, a TTL or a health state is another;
   * a note is about what has no effect on answers. An error says why nothing can be written at all.
   */
  readonly losses: (scenario: Scenario) => readonly Problem[]
  /** The whole text of the file. */
  readonly write: (scenario: Scenario) => string
  /** Whether it holds the text of the document as it came, with what JSON leaves out. */
  readonly keepsText?: true
  /** Whether it is a file of a whole zone, whose name it has to know. */
  readonly isZone?: true
  /**
   * Reads the text again as the policy that it amounts to, so that it can be proved to answer alike; only formats
   * that keep all that decides an answer can do that.
   */
  readonly readBack?: (text: string, scenario: Scenario) => Result<WrittenPolicy>
}

/** A written text, read again as a policy; its ids may be others. */
export interface WrittenPolicy {
  readonly policy: Policy
  /** What an endpoint answers with, as far as the format tells endpoints apart. */
  readonly answerOf: (endpoint: Endpoint) => string
}
