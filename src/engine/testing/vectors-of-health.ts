import { regionByCode } from '../../geo/regions'
import {
  failover,
  latency,
  multivalue,
  type TestBranch,
  type TestPolicyOptions,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../../policy/testing/policy-of'
import { evaluating, failing, passing } from './marked'
import type { Vector } from './vector'

export const FAILOVER: readonly Vector[] = [
  {
    id: 'F1',
    says: 'a healthy primary answers, though the secondary is unhealthy',
    start: failover(passing('P'), failing('S')),
    odds: { P: 1 },
  },
  {
    id: 'F2',
    says: 'the secondary answers when only the primary is unhealthy',
    start: failover(failing('P'), passing('S')),
    odds: { S: 1 },
  },
  {
    id: 'F3',
    says: 'the primary answers when both are unhealthy',
    start: failover(failing('P'), failing('S')),
    odds: { P: 1 },
  },
  {
    id: 'F4',
    says: 'a secondary without a check answers for an unhealthy primary',
    start: failover(failing('P'), to('S')),
    odds: { S: 1 },
  },
  {
    id: 'F5',
    says: 'a primary without a check answers always, even when it is down',
    start: failover(to('P'), passing('S')),
    asked: { down: ['P'] },
    odds: { P: 1 },
  },
]

export const WEIGHTED: readonly Vector[] = [
  {
    id: 'W1',
    says: 'weights are shared out among the healthy members',
    start: weighted([10, passing('a')], [20, passing('b')], [20, failing('c')]),
    odds: { a: 1 / 3, b: 2 / 3 },
  },
  {
    id: 'W2',
    says: 'a member of weight zero answers when every weighted one is unhealthy',
    start: weighted([10, failing('a')], [0, passing('b')]),
    odds: { b: 1 },
  },
  {
    id: 'W3',
    says: 'with nobody healthy the weights count as though all were healthy',
    start: weighted([10, failing('a')], [0, failing('b')]),
    odds: { a: 1 },
  },
  {
    id: 'W4',
    says: 'members of weight zero share equally when all weights are zero',
    start: weighted([0, to('a')], [0, to('b')], [0, to('c')]),
    odds: { a: 1 / 3, b: 1 / 3, c: 1 / 3 },
  },
  {
    id: 'W5',
    says: 'with all weights zero an unhealthy member is still left out',
    start: weighted([0, passing('a')], [0, failing('b')]),
    odds: { a: 1 },
  },
  {
    id: 'W6',
    says: 'with all weights zero and nobody healthy all share equally',
    start: weighted([0, failing('a')], [0, failing('b')]),
    odds: { a: 1 / 2, b: 1 / 2 },
  },
  {
    id: 'W7',
    says: 'a member of weight zero gets nothing while a weighted one is healthy',
    start: weighted([5, to('a')], [0, to('b')]),
    odds: { a: 1 },
  },
  {
    id: 'W8',
    says: 'with nobody healthy members keep their ordinary shares',
    start: weighted([1, failing('a')], [3, failing('b')]),
    odds: { a: 1 / 4, b: 3 / 4 },
  },
]

const TWELVE = Array.from({ length: 12 }, (_, index) => `m${index + 1}`)

export const MULTIVALUE: readonly Vector[] = [
  {
    id: 'M1',
    says: 'eight of twelve healthy values answer, each as often as the others',
    start: multivalue(...TWELVE.map((id) => passing(id))),
    odds: Object.fromEntries(TWELVE.map((id) => [id, 2 / 3])),
  },
  {
    id: 'M2',
    says: 'the three healthy values of twelve answer, always all three',
    start: multivalue(...TWELVE.map((id, index) => (index < 3 ? passing(id) : failing(id)))),
    odds: { m1: 1, m2: 1, m3: 1 },
  },
  {
    id: 'M3',
    says: 'any eight of twelve answer when none is healthy',
    start: multivalue(...TWELVE.map((id) => failing(id))),
    odds: Object.fromEntries(TWELVE.map((id) => [id, 2 / 3])),
  },
  {
    id: 'M4',
    says: 'a value without a check counts as healthy and answers alone',
    start: multivalue(failing('a'), failing('b'), to('c')),
    odds: { c: 1 },
  },
]

const NEAR_VIRGINIA = { client: { coordinates: regionByCode('us-east-1') ?? null } }
/** Weights of a and b, so that a quarter of the answers is a's. */
const pair = (a: TestBranch, b: TestBranch) => weighted([1, a], [3, b])
const BOTH_FAILING = pair(failing('a'), failing('b'))
const C_PASSING = evaluating(weighted([1, passing('c')]))
const C_FAILING = evaluating(weighted([1, failing('c')]))

function twoRegions(virginia: TestBranch, sydney: TestBranch): TestRule {
  return latency(['us-east-1', virginia], ['ap-southeast-2', sydney])
}

export const NESTED: readonly Vector[] = [
  {
    id: 'N1',
    says: 'a Region whose weighted group is all unhealthy is backed out of',
    start: twoRegions(evaluating(BOTH_FAILING), C_PASSING),
    asked: NEAR_VIRGINIA,
    odds: { c: 1 },
  },
  {
    id: 'N2',
    says: 'without target health the engine enters a dead group and answers from it',
    start: twoRegions(evaluating(BOTH_FAILING, false), C_PASSING),
    asked: NEAR_VIRGINIA,
    odds: { a: 1 / 4, b: 3 / 4 },
  },
  {
    id: 'N3',
    says: 'a member without a check keeps its group healthy and answers alone',
    start: twoRegions(evaluating(pair(failing('a'), to('b'))), C_PASSING),
    asked: NEAR_VIRGINIA,
    odds: { b: 1 },
  },
  {
    id: 'N4',
    says: 'a failing check on the branch itself removes a healthy subtree',
    start: twoRegions(
      withKeys(evaluating(pair(passing('a'), passing('b'))), { HealthCheck: 'failing-branch' }),
      C_PASSING,
    ),
    asked: NEAR_VIRGINIA,
    odds: { c: 1 },
  },
  {
    id: 'N5',
    says: 'with everything unhealthy both the Region and its group fail open',
    start: twoRegions(evaluating(BOTH_FAILING), C_FAILING),
    asked: NEAR_VIRGINIA,
    odds: { a: 1 / 4, b: 3 / 4 },
  },
  {
    id: 'N6',
    says: 'below a Region that fails open a healthy group answers as usual',
    start: twoRegions(
      withKeys(evaluating(pair(passing('a'), passing('b'))), { HealthCheck: 'failing-branch' }),
      C_FAILING,
    ),
    asked: NEAR_VIRGINIA,
    odds: { a: 1 / 4, b: 3 / 4 },
  },
  {
    id: 'N7',
    says: 'failover leaves a primary group that is all unhealthy',
    start: failover(evaluating(BOTH_FAILING), to('S')),
    odds: { S: 1 },
  },
  {
    id: 'N8',
    says: 'failover with both groups unhealthy answers from the primary by weight',
    start: failover(evaluating(BOTH_FAILING), C_FAILING),
    odds: { a: 1 / 4, b: 3 / 4 },
  },
]

const ALIASES: TestPolicyOptions = {
  endpointTypes: { alb: 'application-load-balancer', bucket: 's3-website' },
}

export const OTHERS: readonly Vector[] = [
  {
    id: 'S1',
    says: 'a policy that starts at an endpoint answers it always, even when it is down',
    start: 'only',
    asked: { down: ['only'] },
    odds: { only: 1 },
  },
  {
    id: 'E1',
    says: 'a load balancer without healthy targets fails over when target health is evaluated',
    start: failover(evaluating('alb'), to('bucket')),
    options: ALIASES,
    asked: { down: ['alb'] },
    odds: { bucket: 1 },
  },
  {
    id: 'E2',
    says: 'a load balancer without healthy targets keeps answering when target health is off',
    start: failover(evaluating('alb', false), to('bucket')),
    options: ALIASES,
    asked: { down: ['alb'] },
    odds: { alb: 1 },
  },
]
