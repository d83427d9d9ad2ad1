import { prepareDemand } from '../analysis/demand/prepared-demand'
import { pointsText, shareText } from '../analysis/share-words'
import { shortfallText } from '../analysis/tune-words'
import { biasRuleOf } from '../analysis/tuning/bias-locations'
import type { BiasRequest } from '../analysis/tuning/solve-biases'
import { type TunedLocation, type Tuning, tune as tuneBiases } from '../analysis/tuning/tune'
import { biasText } from '../analysis/words'
import { compilePolicy } from '../engine/compile'
import type { RuleId } from '../model/address'
import type { World } from '../model/world'
import { branchLabel } from '../policy/branch-label'
import type { Policy } from '../policy/policy'
import { type Attempt, done, fault } from './attempt'
import { columns } from './columns'
import type { Command } from './command'
import { demandCommand } from './demand-command'
import type { GivenDemand } from './demand-option'
import { PICK_USAGE } from './open-file'
import { type Arguments, valueOf, valuesOf } from './options'
import { endpointShares } from './shares'
import { readTargets } from './targets-option'

const USAGE = `Usage: catchment tune FILE --rule RULE --target ENDPOINT=PERCENT… [OPTION]…

  --rule RULE              the geoproximity rule whose biases are sought
  --target ENDPOINT=PERCENT
                           percent of the world's demand, or LEAST..MOST; repeatable
  --down, --unhealthy, --healthy, --latency, --negative-bias, --demand
                           as for shares
${PICK_USAGE}  --json                   biases, shares and the largest error as JSON

The file is not changed. Biases are whole numbers, so that shares come close to their targets but seldom meet them.
`

/** Finds the biases of a rule that give endpoints their shares. */
export const tune: Command = demandCommand({
  name: 'tune',
  usage: USAGE,
  options: { rule: 'once', target: 'many' },
  readOwn: readRequest,
  answer({ policy, world, given }, request) {
    const tuning = tuneBiases(policy, world, prepareDemand(given.demand), request)
    if (!tuning) throw new Error('the rule was there to tune a moment ago')
    return { json: tuningJson(tuning), text: () => tuningText(tuning, request.rule, policy, given) }
  },
})

function readRequest(args: Arguments, policy: Policy, world: World): Attempt<BiasRequest> {
  const rule = readRule(valueOf(args, 'rule'), policy, world)
  if (!rule.ok) return rule
  const targets = readTargets(valuesOf(args, 'target'), policy)
  return targets.ok ? done({ rule: rule.value, targets: targets.value, limits: new Map() }) : targets
}

function readRule(id: string | undefined, policy: Policy, world: World): Attempt<RuleId> {
  if (id === undefined) return fault('There is no --rule RULE.')
  const rule = policy.rules.get(id)
  if (!rule) return fault(`--rule: there is no rule “${id}” in this policy.`)
  if (rule.type !== 'geoproximity')
    return fault(`--rule: “${id}” is no geoproximity rule, so it has no biases.`)
  if (biasRuleOf(compilePolicy(policy, world), id)) return done(id)
  return fault(`--rule: the start of the policy does not lead to “${id}”.`)
}

/** A tuning as JSON: shares are parts of 1, errors percentage points. */
function tuningJson({ locations, after, targets, maxError }: Tuning) {
  return {
    biases: locations.map(({ index, target, bias, before }) => ({
      index,
      ...(target ? { [target.kind]: target.id } : {}),
      bias,
      before,
    })),
    shares: endpointShares(after.shares),
    nodata: after.nodata,
    blackholed: after.blackholed,
    maxError: maxError * 100,
    targets: targets.map(({ endpoint, least, most, before, share, error, reason, attainable }) => ({
      endpoint,
      least,
      most,
      before,
      share,
      error: error * 100,
      reason,
      attainable,
    })),
  }
}

function tuningText(tuning: Tuning, rule: RuleId, policy: Policy, { demand }: GivenDemand): string {
  const { locations, before, after, targets, maxError } = tuning
  const shareRows = [...after.shares].map(([id, share]) => [
    id,
    shareText(before.shares.get(id) ?? 0).padStart(8),
    '→',
    shareText(share).padStart(8),
  ])
  const missed = targets.flatMap((outcome) => {
    const sentence = shortfallText(outcome)
    return sentence === null ? [] : [sentence]
  })
  const lines = [
    `Biases of ${rule}`,
    ...columns(
      locations.map((location) => biasRow(location, rule, policy)),
      '  ',
    ),
    '',
    'Shares of demand',
    ...columns(shareRows, '  '),
    '',
    `Largest error: ${pointsText(maxError).replace('+', '')}`,
    ...missed,
    '',
    `Demand: ${demand.source}`,
  ]
  return `${lines.join('\n')}\n`
}

function biasRow(
  { branch, target, before, bias }: TunedLocation,
  rule: RuleId,
  policy: Policy,
): readonly string[] {
  const label = branchLabel(policy, rule, branch)
  return [
    label,
    target ? `${target.kind} ${target.id}` : '(nowhere)',
    biasText(before).padStart(3),
    bias === before ? '' : `→ ${biasText(bias)}`,
  ]
}
