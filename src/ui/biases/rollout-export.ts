import { withBiases } from '../../analysis/tuning/bias-locations'
import { exportAws } from '../../formats/aws'
import type { RuleId } from '../../model/address'
import type { Policy } from '../../policy/policy'
import type { RolloutVersion } from '../../store/workers/bias-protocol'
import { fileStem } from '../shell/download'

/** A file to be downloaded. */
export interface NamedText {
  readonly fileName: string
  readonly text: string
}

/** The document of one version, as `create-traffic-policy-version --document` takes it. */
export function stepDocument(
  name: string,
  policy: Policy,
  rule: RuleId,
  steps: readonly RolloutVersion[],
  index: number,
): NamedText {
  const width = String(steps.length).length
  const number = String(index + 1).padStart(width, '0')
  return {
    fileName: `${fileStem(name)}-step-${number}-of-${steps.length}.json`,
    text: exportAws(withBiases(policy, rule, steps[index]?.biases ?? [])),
  }
}

/**
 * All versions in one file, in order. Each document is a string, so that its own spelling is kept:
 * `jq -r '.steps[0].document'` gives the file to upload.
 */
export function rolloutFile(
  name: string,
  policy: Policy,
  rule: RuleId,
  locations: readonly string[],
  steps: readonly RolloutVersion[],
): NamedText {
  const file = {
    scenario: name,
    rule,
    steps: steps.map((step, index) => ({
      step: index + 1,
      biases: locations.map((location, at) => ({ location, bias: step.biases[at] ?? 0 })),
      movedPoints: Number((step.moved * 100).toFixed(3)),
      shares: [...step.shares.shares].map(([endpoint, share]) => ({ endpoint, share })),
      document: stepDocument(name, policy, rule, steps, index).text,
    })),
  }
  return { fileName: `${fileStem(name)}-rollout.json`, text: `${JSON.stringify(file, null, 2)}\n` }
}
