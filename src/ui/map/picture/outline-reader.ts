import type { RuleId } from '../../../model/address'
import type { IpPrefix } from '../../../model/dns/ip-prefix'
import { rememberedAnswer } from '../../../model/remembered-answer'
import type { World } from '../../../model/world'
import type { Policy } from '../../../policy/policy'
import type { DemandModel } from '../../../scenario/demand-model'
import type { WorkerPort } from '../../../store/coverage/coverage-client'
import {
  createReadingClient,
  type ReadingClient,
  startReadingWorker,
} from '../../../store/workers/reading-client'
import type { OutlineReading } from '../../../store/workers/reading-protocol'
import { startOf } from '../painting/follow-coverage'

/** Traces the outlines of what the map shows, once for a state. */
export interface OutlineReader {
  /** `alone` is the rule that is shown alone; null for the whole policy. Rejects with what went wrong. */
  readonly read: (
    policy: Policy,
    world: World,
    demand: DemandModel | null,
    alone: RuleId | null,
    address: IpPrefix | null,
  ) => Promise<OutlineReading>
  /** Ends what is being traced; nothing more is answered then. */
  readonly close: () => void
}

/**
 * Traces in a worker that is started when it is first needed, and anew after a failure. `progressed` is told the part
 * that is traced, 0…1; null when none is any more.
 */
export function createOutlineReader(
  progressed: (done: number | null) => void,
  startWorker: () => WorkerPort = startReadingWorker,
): OutlineReader {
  let client: ReadingClient | null = null

  function close(): void {
    client?.close()
    client = null
  }

  return {
    read: rememberedAnswer(async (policy, world, demand, alone, address) => {
      client ??= createReadingClient(startWorker())
      progressed(0)
      try {
        const inputs = { policy, world, demand, start: startOf(policy, alone), address }
        return await client.outlines(inputs, progressed)
      } catch (error) {
        close()
        throw error
      } finally {
        progressed(null)
      }
    }),
    close,
  }
}
