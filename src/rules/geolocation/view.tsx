import { Flag } from 'lucide-react'
import { setBranchPlace } from '../../policy/edits/geolocation-places'
import { AddPlaces, PlaceField } from '../../ui/inspector/pickers/lazy-pickers'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, BranchFormProps, RuleView } from '../../ui/rule-view'
import { type GeolocationPlace, placeKey, placeOf } from './location'

const KIND_WORD: Record<GeolocationPlace['kind'], string> = {
  default: 'everywhere else',
  continent: 'continent',
  country: 'country',
  subdivision: 'state',
  none: 'choose a place',
}

function NodeControl({ branch }: BranchControlProps<'geolocation'>) {
  return <span className={styles['note']}>{KIND_WORD[placeOf(branch).kind]}</span>
}

function Form({ ruleId, rule, branch, onEdit, onSettle }: BranchFormProps<'geolocation'>) {
  return (
    <PlaceField
      place={placeOf(branch)}
      whyNot={(place) => {
        const key = placeKey(place)
        const other = rule.branches.find((each) => each.id !== branch.id && placeKey(placeOf(each)) === key)
        return other ? `The branch to ${other.target?.id ?? 'nowhere'} has it already.` : null
      }}
      onChoose={(place) => {
        onEdit('Change place', (policy) => ({
          ok: true,
          policy: setBranchPlace(policy, { rule: ruleId, branch: branch.id }, place),
        }))
        onSettle()
      }}
    />
  )
}

/** How a geolocation rule looks and is edited. */
export const geolocationView: RuleView<'geolocation'> = {
  Icon: Flag,
  rowName: 'label',
  NodeControl,
  Form,
  Tools: AddPlaces,
}
