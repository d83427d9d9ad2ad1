import { useState } from 'react'
import type { EndpointId } from '../model/address'
import { withCapacity } from '../scenario/capacities'
import { useApp, useAppStore } from './app-context'
import { capacityText, readCapacity } from './capacity-text'
import { TextField } from './kit/text-field'

export interface CapacityFieldProps {
  readonly endpoint: EndpointId
  readonly labelHidden?: boolean
  readonly className?: string | undefined
}

/** What an endpoint can take: percent of the demand, or a load; takes effect when the typing is done. */
export function CapacityField({ endpoint, labelHidden = false, className }: CapacityFieldProps) {
  const store = useAppStore()
  const capacity = useApp(({ scenario }) => scenario.capacities.endpoints.get(endpoint) ?? null)
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && readCapacity(draft) === undefined

  function settle() {
    const read = draft === null ? undefined : readCapacity(draft)
    if (read === undefined) {
      if (!isWrong) setDraft(null)
      return
    }
    setDraft(null)
    const label = read === null ? `Forget the capacity of ${endpoint}` : `Set capacity of ${endpoint}`
    store.getState().commit(label, (scenario) => {
      const capacities = withCapacity(scenario.capacities, endpoint, read)
      return capacities === scenario.capacities ? scenario : { ...scenario, capacities }
    })
  }

  return (
    <TextField
      label={labelHidden ? `Capacity of ${endpoint}` : 'Capacity'}
      labelHidden={labelHidden}
      className={className}
      placeholder="e.g. 40 %"
      title="Percent of the whole demand (40 %), or a load in the unit of the total (50,000 or 50k). Empty: not known."
      value={draft ?? capacityText(capacity)}
      problem={isWrong ? 'Type 40 % or 50,000.' : null}
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
