import { useState } from 'react'
import { loadScale } from '../../analysis/capacity'
import type { DemandSource } from '../../store/workers/tuning-protocol'
import { useApp, useAppStore } from '../app-context'
import { readAmount } from '../capacity-text'
import { TextField } from '../kit/text-field'
import styles from './tuning.module.css'

const UNIT = 'requests/s'

/** What all clients ask together: `120k requests/s`. Without it, loads count in the demand's own unit. */
export function TotalField({ demand }: { readonly demand: DemandSource }) {
  const store = useAppStore()
  const capacities = useApp(({ scenario }) => scenario.capacities)
  const [draft, setDraft] = useState<string | null>(null)
  const { total } = capacities
  const scale = loadScale(capacities, demand)
  const read = draft === null ? null : readTotal(draft)
  const shown = total === null ? '' : `${total.amount.toLocaleString('en')} ${total.unit}`

  function settle() {
    if (draft === null || read === undefined) return
    setDraft(null)
    const label = read === null ? 'Forget the total demand' : 'Set the total demand'
    store.getState().commit(label, (scenario) => {
      const before = scenario.capacities.total
      if (before?.amount === read?.amount && before?.unit === read?.unit) return scenario
      return { ...scenario, capacities: { ...scenario.capacities, total: read } }
    })
  }

  return (
    <TextField
      label="All clients together ask"
      className={styles['total']}
      placeholder={`${scale.total.toLocaleString('en', { maximumSignificantDigits: 4 })} ${scale.unit}`}
      title="Such as 120k requests/s. Capacities and loads then count in that unit. Empty: the demand’s own total."
      value={draft ?? shown}
      problem={read === undefined ? 'Type an amount and a unit, such as 120k requests/s.' : null}
      onChange={setDraft}
      onSettle={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}

/** Null for nothing, undefined for what is no total. */
function readTotal(text: string): { readonly amount: number; readonly unit: string } | null | undefined {
  if (text.trim() === '') return null
  const [, digits = '', unit = ''] = /^\s*([\d.,' ]+(?:[kmgb](?![a-z]))?)\s*(.*?)\s*$/i.exec(text) ?? []
  const amount = readAmount(digits)
  return amount === undefined || amount <= 0 ? undefined : { amount, unit: unit === '' ? UNIT : unit }
}
