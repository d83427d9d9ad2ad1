import type { Json } from '../../model/json'
import type { Problem } from '../../model/problem'
import { quoteSome } from '../../model/problem-kind'
import { failure, type Result, success } from '../../model/result'
import { isCidrAnswer } from '../records/cidr-answers'
import { decompile, type RecordGraph } from '../records/decompile'
import { type LeftRecord, readRecords } from '../records/read-records'
import { groupKey, type RecordRoot, type RecordZone, recordZone } from '../records/record-zone'
import { importProblem } from './import-problem'
import type { Candidate, Recognised, Recogniser } from './recogniser'

/**
 * Plain record sets: what `list-resource-record-sets` prints, a change batch, a CloudFormation template of record
 * sets. Each name that something is routed at is a policy, then each that is only an alias; names of which neither
 * is true are offered when there is nothing else.
 */
export const recogniseRecordSets: Recogniser = ({ root }) =>
  isCidrAnswer(root.json) ? failure(ONLY_BLOCKS) : recordSetsIn(root.json)

const ONLY_BLOCKS = importProblem(
  'import/no-policy',
  'This lists CIDR collections without the record sets that use them. Open both in one text: what “aws route53 list-resource-record-sets” prints, and behind it what “aws route53 list-cidr-blocks” does.',
)

/**
 * The policies of a value that lists record sets; null when it does not. `blocks` are those of CIDR locations that
 * stand beside it, by `locationKey`; `apex` is the name of the hosted zone, for a list without its SOA record.
 */
export function recordSetsIn(
  json: Json,
  blocks: ReadonlyMap<string, readonly string[]> = new Map(),
  apex: string | null = null,
): Result<Recognised> | null {
  const read = readRecords(json)
  if (!read) return null
  const zone = recordZone({ ...read, blocks: new Map([...(read.blocks ?? []), ...blocks]) })
  const offered = offeredRoots(zone)
  const left: LeftRecord[] = [
    ...zone.left,
    ...zone.roots.filter((each) => !offered.includes(each)).map(plainRecord),
  ]
  const failed: Problem[] = []
  const graphs = offered.flatMap((each): readonly RecordGraph[] => {
    const graph = decompile(zone, each)
    if (graph.ok) return [graph.value]
    failed.push(...graph.problems)
    return []
  })
  const general = [
    ...(read.unfinished === true ? [UNFINISHED] : []),
    ...failed.map((problem): Problem => ({ ...problem, severity: 'note' })),
  ]
  const names = new Map<string, number>()
  for (const { name } of graphs) names.set(name, (names.get(name) ?? 0) + 1)
  const leftByGroup = new Map<string, LeftRecord[]>()
  for (const each of left) {
    const alike = leftByGroup.get(groupKey(each))
    if (alike) alike.push(each)
    else leftByGroup.set(groupKey(each), [each])
  }
  const leftOfNone = leftProblems(left)
  const leftOfGraph = ({ groups }: RecordGraph) => {
    const missed = [...groups].flatMap((key) => leftByGroup.get(key) ?? [])
    return missed.length === 0 ? leftOfNone : leftProblems(left, new Set(missed))
  }
  if (graphs.length === 0) {
    const message = 'These record sets hold nothing that a traffic policy could.'
    return failure(
      importProblem('import/no-policy', message),
      ...[...general, ...leftOfNone].map((problem): Problem => ({ ...problem, severity: 'error' })),
    )
  }
  return success({
    kind: 'Record sets',
    candidates: graphs.map((graph) =>
      candidateOf(graph, names.get(graph.name) === 1, zone.apex ?? apex, [...general, ...leftOfGraph(graph)]),
    ),
  })
}

/** What is missing may be what an alias leads to, or one more branch. */
const UNFINISHED: Problem = {
  code: 'records/unfinished',
  severity: 'warning',
  message:
    'This list ends with IsTruncated true, so that record sets are missing. List them all (“aws route53 list-resource-record-sets” does so by itself), or open the pages one after another in one text.',
  path: [],
}

function offeredRoots({ roots }: RecordZone): readonly RecordRoot[] {
  const worth = (['routed', 'alias'] as const).flatMap((kind) => roots.filter((each) => each.kind === kind))
  return worth.length > 0 ? worth : roots
}

function plainRecord({ name, type }: RecordRoot): LeftRecord {
  return { name, type, setIdentifier: null, why: 'nothing is routed there' }
}

function candidateOf(
  { name, type, ttl, policy, problems }: RecordGraph,
  alone: boolean,
  apex: string | null,
  unfit: readonly Problem[],
): Candidate {
  const owner = withoutDot(name)
  const record = { name: owner, ttl, hostedZone: apex === null ? null : withoutDot(apex) }
  return {
    name: alone ? owner : `${owner} ${type}`,
    where: `the record sets of ${owner} (${type})`,
    content: { kind: 'policy', policy, record },
    problems: [...problems, ...unfit],
  }
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '')
}

/** One for each reason why record sets are left out; a warning for those that the policy goes without. */
function leftProblems(
  left: readonly LeftRecord[],
  missed: ReadonlySet<LeftRecord> = new Set(),
): readonly Problem[] {
  return [
    ...leftOut([...missed], 'warning'),
    ...leftOut(
      left.filter((each) => !missed.has(each)),
      'note',
    ),
  ]
}

function leftOut(left: readonly LeftRecord[], severity: Problem['severity']): readonly Problem[] {
  return [...new Set(left.map(({ why }) => why))].map((why) => {
    const those = left.filter((each) => each.why === why).map(shown)
    const count = those.length === 1 ? 'One record' : `${those.length} records`
    const message = `${count} left out (${why}): ${quoteSome(those)}.`
    return { code: 'records/left-out', severity, message, path: [] }
  })
}

function shown({ name, type, setIdentifier }: LeftRecord): string {
  return [withoutDot(name), type, ...(setIdentifier === null ? [] : [setIdentifier])].join(' ')
}
