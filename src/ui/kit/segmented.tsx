import { useId } from 'react'
import styles from './segmented.module.css'

export interface SegmentedProps<K extends string> {
  readonly label: string
  readonly value: K | null
  readonly options: readonly { readonly value: K; readonly label: string }[]
  readonly onChange: (value: K) => void
}

/** A choice between a few words that stand side by side: radio buttons, so arrow keys move between them. */
export function Segmented<K extends string>({ label, value, options, onChange }: SegmentedProps<K>) {
  const name = useId()
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
