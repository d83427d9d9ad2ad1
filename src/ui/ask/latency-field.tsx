import { useState } from 'react'
import { numberText, typedNumber } from '../../model/number-text'
import { givenLatency, type RoundTrip, withLatency } from '../../scenario/given-latency'
import { useApp, useAppStore } from '../app-context'
import { TextField } from '../kit/text-field'

const LARGEST = 10_000
const NUMBER = /^\d+(\.\d+)?$/

/** The round trip time to a Region, typed in ms; empty for the estimate. Takes effect when the typing is done. */
export function LatencyField({ trip }: { readonly trip: RoundTrip }) {
  const store = useAppStore()
  const given = useApp(({ scenario }) => givenLatency(scenario.world, trip))
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && readLatency(draft) === undefined

  function settle() {
    const read = draft === null ? undefined : readLatency(draft)
    if (read === undefined) return
    setDraft(null)
    if (read === given) return
    const label =
      read === null ? `Estimate the latency of ${trip.region}` : `Give the latency of ${trip.region}`
    store.getState().commit(label, (scenario) => ({
      ...scenario,
      world: withLatency(scenario.world, trip, read),
    }))
  }

  return (
    <TextField
      label={`${trip.region}, ms`}
      inputMode="decimal"
      placeholder="estimated"
      value={draft ?? (given === null ? '' : numberText(given))}
      problem={isWrong ? `Type milliseconds from 0 to ${LARGEST.toLocaleString('en')}.` : null}
      onChange={setDraft}
      onSettle={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}

/** Milliseconds as typed; null for an empty field, undefined for what is no latency. */
function readLatency(text: string): number | null | undefined {
  const typed = typedNumber(text.trim().replace(/\s*ms$/, ''))
  if (typed === '') return null
  const milliseconds = NUMBER.test(typed) ? Number(typed) : Number.NaN
  return milliseconds <= LARGEST ? milliseconds : undefined
}
