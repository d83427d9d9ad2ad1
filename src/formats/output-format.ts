import type { Problem } from '../model/problem'
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
}
