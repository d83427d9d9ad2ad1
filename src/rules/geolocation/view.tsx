import { Flag } from 'lucide-react'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'
import { type GeolocationPlace, placeOf } from './location'

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

function Form({ branch }: BranchControlProps<'geolocation'>) {
  return <p>{KIND_WORD[placeOf(branch).kind]}</p>
}

/** How a geolocation rule looks and is edited. */
export const geolocationView: RuleView<'geolocation'> = { Icon: Flag, rowName: 'label', NodeControl, Form }
