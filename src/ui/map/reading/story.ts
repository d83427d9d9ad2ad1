import { measuresText, nodataText, percentText, reasonText } from '../../../analysis/words'
import type { CompiledPolicy } from '../../../engine/compile'
import type { Distribution } from '../../../engine/distribution'
import { seededRandom } from '../../../engine/random'
import type { Step, StepCandidate } from '../../../engine/resolution'
import { resolve } from '../../../engine/resolve'
import type { Atlas } from '../../../geo/atlas'
import type { Coordinates } from '../../../geo/coordinates'
import type { Gazetteer } from '../../../geo/gazetteer'
import { definitionOf, type Rule } from '../../../rules'
import { placeAt } from '../../ask/place-options'
import { labelOfAny } from '../../canvas/names'

/** The whole story of a place: what somebody there gets, and why. */
export interface Story {
  /** `near Lyon, France` or `At sea`. */
  readonly place: string
  /** `45.76° N, 4.84° E` */
  readonly position: string
  readonly distribution: Distribution
  /** Each rule on the way, in its order. */
  readonly chapters: readonly Chapter[]
}

const AT_SEA = 'At sea'
/** How many that chance decides between are named before the rest is counted. */
const NAMED = 3

/** Why one rule sends the place where it does. */
export interface Chapter {
  readonly title: string
  /** What was taken, why and by which measure. */
  readonly text: string
  /** What would have been taken otherwise; null where there is nothing to tell. */
  readonly runnerUp: string | null
}

/** Asks a policy from a place, for the policy's own record type and with EDNS Client Subnet. */
export function storyOf(
  compiled: CompiledPolicy,
  at: Coordinates,
  atlas: Atlas,
  gazetteer: Gazetteer | null,
): Story {
  const { name, place } = placeAt(at, atlas, gazetteer)
  const query = { type: null, client: place, resolver: null, clientSubnet: true }
  const { distribution, steps } = resolve(compiled, query, seededRandom(1))
  const chapters: Chapter[] = []
  for (const step of steps) {
    const chapter = chapterOf(compiled, step)
    if (chapter) chapters.push(chapter)
    // Below a choice by chance there are several ways, which the percentages tell of all.
    if (step.kind === 'rule' && step.candidates.some(({ probability }) => probability > 0 && probability < 1))
      break
  }
  return { place: place.country === null ? AT_SEA : name, position: positionText(at), distribution, chapters }
}

function chapterOf({ policy }: CompiledPolicy, step: Step): Chapter | null {
  if (step.kind === 'nodata') return { title: 'No answer', text: nodataText(step.reason), runnerUp: null }
  if (step.kind === 'endpoint') {
    const text = `${step.endpoint} is down: black-holed`
    return step.blackholed ? { title: 'Down', text, runnerUp: null } : null
  }
  const rule = policy.rules.get(step.rule)
  if (!rule) return null
  const title = `${definitionOf(rule).title} ${step.rule}`
  const likely = step.candidates.filter(({ probability }) => probability > 0)
  if (likely.length > 1) {
    const named = likely.slice(0, NAMED).map((each) => `${targetOf(each)} ${percentText(each.probability)}`)
    const more = likely.length - named.length
    const text = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    const [first] = likely
    return { title, text: first ? `${reasonText(first.reason)}: ${text}` : text, runnerUp: null }
  }
  const taken = likely[0]
  if (!taken) return null
  return { title, text: candidateText(rule, taken), runnerUp: runnerUpOf(rule, step.candidates, taken) }
}

function candidateText(rule: Rule, candidate: StepCandidate): string {
  const measures = measuresText(candidate)
  return `${labelIn(rule, candidate)}: ${inSentence(reasonText(candidate.reason))}${measures && `, ${measures}`}`
}

/** The branch that comes next in the rule's order of preference, where that is one by distance, time or size of place. */
function runnerUpOf(rule: Rule, candidates: readonly StepCandidate[], taken: StepCandidate): string | null {
  const next = candidates.find((each) => each !== taken && TELLING.has(each.reason))
  if (!next) return null
  const measures = measuresText(next)
  return `${labelIn(rule, next)}${measures && `, ${measures}`}`
}

const TELLING: ReadonlySet<StepCandidate['reason']> = new Set([
  'farther',
  'higher-latency',
  'larger-place',
  'not-needed',
])

function labelIn(rule: Rule, { branch }: StepCandidate): string {
  const found = rule.branches.find(({ id }) => id === branch)
  return found ? labelOfAny(rule, found) : ''
}

function targetOf({ target }: StepCandidate): string {
  return target?.id ?? 'nowhere'
}

function inSentence(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** `45.76° N, 4.84° E` */
export function positionText({ latitude, longitude }: Coordinates): string {
  const north = `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north}, ${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`
}

/** A story to be spoken: the place, the answers and the deciding reason. */
export function spokenStory({ place, position, distribution, chapters }: Story): string {
  const answers = distribution.endpoints.map(
    ({ endpoint, probability }) => `${endpoint}${probability < 1 ? ` ${percentText(probability)}` : ''}`,
  )
  if (distribution.nodata > 0) {
    answers.push(distribution.nodata < 1 ? `no answer ${percentText(distribution.nodata)}` : 'no answer')
  }
  const last = chapters.at(-1)
  const why = last ? ` ${last.text}.` : ''
  const next = last?.runnerUp ? ` Next: ${last.runnerUp}.` : ''
  const where = place === AT_SEA ? `${place}, ${position}` : place
  return `${where}: ${answers.join(', ')}.${why}${next}`
}
