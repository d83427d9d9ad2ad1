import { useState } from 'react'
import type { RuleId, Target } from '../../../model/address'
import type { PreferredPlace } from '../../../policy/edits/parse-place-list'
import type { GeolocationPlace } from '../../../rules/geolocation/location'
import { useApp } from '../../app-context'

/** What was pasted and ticked for a rule and not added yet. */
export interface PlacesDraft {
  readonly text: string
  readonly preferred: PreferredPlace
  readonly ticked: ReadonlyMap<string, GeolocationPlace>
  readonly target: Target | null
}

const EMPTY: PlacesDraft = { text: '', preferred: 'country', ticked: new Map(), target: null }

/** Drafts by scenario and rule: closing the dialog, or looking at another node meanwhile, loses none. */
const drafts = new Map<string, PlacesDraft>()

/** The draft for a rule, how to change it, and how to be done with it. */
export function usePlacesDraft(rule: RuleId) {
  const key = useApp(({ scenarioKey }) => `${scenarioKey} ${rule}`)
  const [draft, setDraft] = useState(() => drafts.get(key) ?? EMPTY)
  return {
    draft,
    change(changes: Partial<PlacesDraft>): void {
      const next = { ...draft, ...changes }
      drafts.set(key, next)
      setDraft(next)
    },
    drop: (): void => void drafts.delete(key),
  }
}
