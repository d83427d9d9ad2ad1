import { clsx } from 'clsx'
import { type ComponentProps, useId } from 'react'
import fieldStyles from './field.module.css'
import styles from './text-area.module.css'

export interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'id' | 'className'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly className?: string | undefined
}

/** Several lines of text with their label. */
export function TextArea({ label, value, onChange, className, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <span className={clsx(fieldStyles['field'], className)}>
      <label htmlFor={id} className={fieldStyles['label']}>
        {label}
      </label>
      <textarea
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        className={styles['area']}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}
