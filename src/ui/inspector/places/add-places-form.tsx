import { useState } from 'react'
import { addGeolocationPlaces } from '../../../policy/edits/geolocation-places'
import { quoted } from '../../../policy/edits/members'
import { type PreferredPlace, parsePlaceList } from '../../../policy/edits/parse-place-list'
import { placeKey, placeOf } from '../../../rules/geolocation/location'
import { useApp } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { SearchField } from '../../kit/search-field'
import { Segmented } from '../../kit/segmented'
import { TextArea } from '../../kit/text-area'
import type { RuleToolsProps } from '../../rule-view'
import { useEdit } from '../../use-edit'
import { targetOptions } from '../branches/target-options'
import styles from './add-places.module.css'
import { PlacePreview } from './place-preview'
import { PlaceTicks } from './place-ticks'
import { usePlacesDraft } from './places-draft'

export interface AddPlacesFormProps extends RuleToolsProps<'geolocation'> {
  readonly onDone: () => void
}

const MEANINGS: readonly { readonly value: PreferredPlace; readonly label: string }[] = [
  { value: 'country', label: 'Countries' },
  { value: 'subdivision', label: 'US states' },
  { value: 'continent', label: 'Continents' },
]

/** A list to paste and places to tick, with what becomes of them. */
export function AddPlacesForm({ ruleId, rule, onDone }: AddPlacesFormProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { edit } = useEdit()
  const { draft, change, drop } = usePlacesDraft(ruleId)
  const { text, preferred, ticked, target } = draft
  const [refusal, setRefusal] = useState<string | null>(null)

  const list = parsePlaceList(text, preferred)
  const known = new Set(rule.branches.map((branch) => placeKey(placeOf(branch))))
  const wanted = new Map([...list.places.map((place) => [placeKey(place), place] as const), ...ticked])
  const fresh = [...wanted.values()].filter((place) => !known.has(placeKey(place)))
  const present = [...wanted.values()].filter((place) => known.has(placeKey(place)))
  const count = `${fresh.length} ${fresh.length === 1 ? 'place' : 'places'}`

  function add() {
    const edited = edit(`Add ${count} to ${quoted(ruleId)}`, (before) =>
      addGeolocationPlaces(before, ruleId, fresh, target),
    )
    if (!edited.ok) {
      setRefusal(edited.reason)
      return
    }
    drop()
    onDone()
  }

  return (
    <>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <TextArea
            label="List"
            rows={6}
            value={text}
            onChange={(typed) => change({ text: typed })}
            placeholder={'France, Germany\nUS-CA, US-WA\nAfrica'}
            autoFocus
          />
          <Segmented
            label="Codes and names with two meanings (CA, GA, Georgia) are"
            value={preferred}
            options={MEANINGS}
            onChange={(meaning) => change({ preferred: meaning })}
          />
        </div>
        <PlaceTicks
          known={known}
          ticked={ticked}
          onTick={(place, on) => {
            const next = new Map(ticked)
            if (on) next.set(placeKey(place), place)
            else next.delete(placeKey(place))
            change({ ticked: next })
          }}
        />
      </div>
      <PlacePreview fresh={fresh} present={present} duplicates={list.duplicates} unmatched={list.unmatched} />
      {refusal !== null && <Callout tone="error">{refusal}</Callout>}
      <div className={styles['foot']}>
        <SearchField
          label="They lead to"
          className={styles['target']}
          placeholder="Nowhere yet"
          value={target?.id ?? ''}
          search={(typed) =>
            targetOptions({ policy, from: { rule: ruleId, branch: null }, current: target }, typed).filter(
              ({ value }) => value.kind !== 'new',
            )
          }
          onChoose={(choice) => change({ target: choice.kind === 'existing' ? choice.target : null })}
        />
        <Button look="primary" disabled={fresh.length === 0} onClick={add}>
          Add {count}
        </Button>
      </div>
    </>
  )
}
