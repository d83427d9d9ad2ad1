import { clsx } from 'clsx'
import { useId } from 'react'
import fieldStyles from './field.module.css'
import styles from './select.module.css'

export interface SelectProps<K extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: K
  readonly options: readonly { readonly value: K; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: K) => void
  readonly disabled?: boolean
  readonly className?: string | undefined
}

/** A native select: the platform's own list, by mouse, touch and keyboard. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, labelHidden, value, options, onChange, disabled, className } = props
  const id = useId()
  return (
    <span className={clsx(fieldStyles['field'], 'nodrag', className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : fieldStyles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={styles['select']}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
