import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { demandText, endpointTexts, shareText } from '../../../analysis/share-words'
import { samePrefix } from '../../../model/dns/ip-prefix'
import { shownPolicy } from '../../../store/app-store'
import { selectMapAddress } from '../../../store/derived'
import {
  createReadingClient,
  type ReadingInputs,
  startReadingWorker,
} from '../../../store/workers/reading-client'
import type { ShareReading } from '../../../store/workers/reading-protocol'
import { useApp, useAppStore } from '../../app-context'
import { IconButton } from '../../kit/button'
import { isDragging, onDragEnd } from '../../kit/drag-hold'
import { whenIdle } from '../../when-idle'
import { MapNote } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { reading, useReading } from './reading-store'

/** So long without a change before the words follow: they are not for each tick of a slider. */
const STILL_MS = 800

/** The map in words, for screen readers always and for everybody on request. */
export function MapWords() {
  const isShown = useReading((state) => state.showsWords)
  const { answer, inputs, failure } = useSettledShares()
  const isEmpty = useApp((state) => shownPolicy(state).start === null)
  if (isEmpty && !isShown) return null
  return (
    <MapNote>
      <section
        aria-label="Map in words"
        className={isShown ? notes['words'] : 'visually-hidden'}
        aria-live={isShown ? 'polite' : 'off'}
      >
        <header>
          <h2>Map in words</h2>
          {isShown && (
            <IconButton
              label="Close the map in words"
              onClick={() => reading.setState({ showsWords: false })}
            >
              <X />
            </IconButton>
          )}
        </header>
        {isEmpty && <p>The policy has no start, so nobody reaches anything.</p>}
        {failure !== null && <p>The shares could not be worked out: {failure}</p>}
        {!isEmpty && answer === null && failure === null && <p>Sharing out the world’s demand…</p>}
        {!isEmpty && answer !== null && inputs !== null && (
          <>
            <ul>
              {wordsOf(answer, inputs.world.down).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{demandText(answer.demand, inputs.demand !== null)}</p>
          </>
        )}
      </section>
    </MapNote>
  )
}

/** A sentence for every endpoint, the largest first, and for what nobody answers. */
export function wordsOf({ shares }: ShareReading, down: ReadonlySet<string>): readonly string[] {
  const shareOf = (endpoint: string) => shares.shares.get(endpoint) ?? 0
  const lines = [...endpointTexts(shares)]
    .toSorted(([a], [b]) => shareOf(b) - shareOf(a))
    .map(([endpoint, text]) => {
      if (!down.has(endpoint)) return text
      return `${text}; it is down${shareOf(endpoint) > 0 ? ', so this demand is black-holed' : ''}`
    })
  if (shares.nodata > 0) lines.push(`No answer: ${shareText(shares.nodata)} of demand`)
  if (shares.blackholed > 0) lines.push(`Black-holed in all: ${shareText(shares.blackholed)} of demand`)
  return lines
}

interface SettledShares {
  readonly answer: ShareReading | null
  /** What the answer is about; what has changed since is not mixed into it. */
  readonly inputs: ReadingInputs | null
  readonly failure: string | null
}

/** The shares of demand, worked out when the policy has stood still for a while and no slider is held. */
function useSettledShares(): SettledShares {
  const store = useAppStore()
  const [settled, setSettled] = useState<SettledShares>({ answer: null, inputs: null, failure: null })
  useEffect(() => {
    let client: ReturnType<typeof createReadingClient> | null = null
    let asked: ReadingInputs | null = null
    let timer = 0
    function ask(): void {
      // At the end of the drag it asks.
      if (isDragging()) return
      const state = store.getState()
      const policy = shownPolicy(state)
      const address = selectMapAddress(state)
      const { world, demand } = state.scenario
      if (policy.start === null) return
      const inputs: ReadingInputs = { policy, world, demand, address, start: policy.start }
      if (asked && sameInputs(asked, inputs)) return
      asked = inputs
      client ??= createReadingClient(startReadingWorker())
      void client.shares(inputs).then(
        (answer) => {
          if (asked === inputs) setSettled({ answer, inputs, failure: null })
        },
        (error: unknown) => {
          if (asked !== inputs) return
          setSettled({
            answer: null,
            inputs: null,
            failure: error instanceof Error ? error.message : String(error),
          })
        },
      )
    }
    const changed = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, STILL_MS)
    }
    const stopWaiting = whenIdle(changed)
    const stops = [store.subscribe(changed), onDragEnd(changed)]
    return () => {
      stopWaiting()
      for (const stop of stops) stop()
      window.clearTimeout(timer)
      client?.close()
    }
  }, [store])
  return settled
}

function sameInputs(a: ReadingInputs, b: ReadingInputs): boolean {
  return (
    a.policy === b.policy && a.world === b.world && a.demand === b.demand && samePrefix(a.address, b.address)
  )
}
