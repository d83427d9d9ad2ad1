import { regionByCode } from '../../../geo/regions'
import { isMalformed, type Loose } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { SearchField } from '../../kit/search-field'
import { regionOptions } from './region-options'

export interface RegionFieldProps {
  readonly label: string
  readonly value: Loose<string>
  /** Why a code cannot be chosen here, as a sentence; null when it can. */
  readonly whyNot: (code: string) => string | null
  readonly onChoose: (code: string) => void
  readonly className?: string | undefined
}

/** An AWS Region, found by its code or its name. */
export function RegionField({ label, value, whyNot, onChoose, className }: RegionFieldProps) {
  return (
    <SearchField
      label={label}
      className={className}
      placeholder="Code or name, such as Frankfurt"
      value={regionText(value)}
      search={(typed) => regionOptions(typed, whyNot)}
      onChoose={onChoose}
      empty="No such Region. Write a code such as eu-central-1."
    />
  )
}

/** A Region with its name: `eu-central-1 · Europe (Frankfurt)`. */
function regionText(value: Loose<string>): string {
  if (value === undefined) return ''
  if (isMalformed(value)) return spelled(value.malformed)
  const name = regionByCode(value)?.name
  return name === undefined ? value : `${value} · ${name}`
}
