import { clsx } from 'clsx'
import { type ComponentProps, useId } from 'react'
import styles from './field.module.css'

export interface TextFieldProps
  extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'type' | 'className'> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** The burst of typing is over. */
  readonly onSettle?: () => void
  readonly problem?: string | null
  readonly className?: string | undefined
}

/** One line of text with its label, and what is wrong with it when something is. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, value, onChange, onSettle, problem = null, className, ...rest } = props
  const id = useId()
  return (
    <span className={clsx(styles['field'], className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <span className={styles['box']}>
        <input
          autoComplete="off"
          spellCheck={false}
          {...rest}
          id={id}
          className={styles['text']}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onSettle}
        />
      </span>
      {problem !== null && (
        <span id={`${id}-problem`} className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  )
}
