import type { PreparedDemand } from '../../analysis/demand/prepared-demand'
import { ALL_UP } from '../../model/world'
import { emptyPolicy } from '../../policy/policy'
import type { DemandModel } from '../../scenario/demand-model'
import { withDelta } from '../coverage/coverage-delta'
import type { DemandLoader } from '../world-demand'
import { type BiasFinding, type BiasSituation, createBiasJobs } from './bias-jobs'
import type { BiasJob, BiasQuestion, BiasReply } from './bias-protocol'

/** What the server needs of the worker that it runs in. */
export interface BiasPorts {
  readonly loadDemand: DemandLoader
  readonly post: (reply: BiasReply) => void
  /** Lets messages that wait come in. */
  readonly pause: () => Promise<void>
  /** Milliseconds from any fixed time. */
  readonly now: () => number
}

/** What somebody waits for with a finger on the map comes first, what fills a panel last, then what nobody looks at yet. */
const URGENCY: readonly BiasJob['kind'][] = ['pull', 'tune', 'rollout', 'contested', 'curves', 'overloads']

interface Task {
  readonly id: number
  /** The demand that it is about. */
  readonly model: DemandModel | null
  readonly steps: (prepared: PreparedDemand) => Iterator<BiasFinding | null>
}

/** Takes questions, and answers of each kind the newest. Returns the function that takes them. */
export function createBiasServer({ loadDemand, post, pause, now }: BiasPorts) {
  const run = createBiasJobs(now)
  const tasks = new Map<BiasJob['kind'], Task>()
  let situation: BiasSituation = { policy: emptyPolicy(), world: ALL_UP }
  let model: DemandModel | null = null
  let running: Promise<void> | null = null

  /** Resolves when nothing is left to do. */
  function receive({ id, policy: delta, start, world, demand, job }: BiasQuestion): Promise<void> {
    if (demand) model = demand.model
    const policy = delta ? { ...withDelta(situation.policy, delta), start } : situation.policy
    const about = delta || world ? { policy, world: world ?? situation.world } : situation
    situation = about
    tasks.set(job.kind, {
      id,
      model,
      steps: (prepared) => run(job, about, prepared, (finding) => post({ id, ...finding })),
    })
    running ??= work().finally(() => {
      running = null
    })
    return running
  }

  async function work(): Promise<void> {
    const begun = new Map<Task, Iterator<BiasFinding | null>>()
    try {
      for (let task = mostUrgent(); task; task = mostUrgent()) {
        const steps = begun.get(task) ?? task.steps(await loadDemand(task.model))
        begun.set(task, steps)
        const step = steps.next()
        if (step.done) {
          for (const [kind, each] of tasks) if (each === task) tasks.delete(kind)
          begun.delete(task)
        } else if (step.value) post({ id: task.id, ...step.value })
        await pause()
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const asked = [...tasks.values()]
      tasks.clear()
      for (const { id } of asked) post({ id, kind: 'failed', reason })
    }
  }

  function mostUrgent(): Task | undefined {
    const kind = URGENCY.find((each) => tasks.has(each))
    return kind && tasks.get(kind)
  }

  return receive
}
