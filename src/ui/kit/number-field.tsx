import { clsx } from 'clsx'
import { type KeyboardEvent, useId, useState } from 'react'
import { numberText, typedNumber } from '../../model/number-text'
import styles from './field.module.css'

export interface NumberFieldProps {
  readonly label: string
  /** Hides the label from sight, not from screen readers. */
  readonly labelHidden?: boolean
  /** null shows an empty field. */
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Digits after the point that are accepted; 0 for integers. */
  readonly decimals?: number
  readonly unit?: string
  readonly disabled?: boolean
  readonly className?: string | undefined
  readonly onChange: (value: number) => void
  /** The burst of typing is over. */
  readonly onSettle?: () => void
}

/** A number to type or to step with the arrow keys (Shift: ten steps); says what is wrong instead of changing it. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelHidden, value, min, max, step = 1, decimals = 0, unit, disabled, className } = props
  const id = useId()
  // What is typed lives here only until it can be read; then the value speaks for itself.
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : numberText(value))
  const problem = draft === null ? null : problemOf(draft, props)

  function type(text: string) {
    setDraft(text)
    if (problemOf(text, props) === null) props.onChange(Number(typedNumber(text)))
  }
  function settle() {
    setDraft(null)
    props.onSettle?.()
  }
  function stepBy(event: KeyboardEvent) {
    if (event.key === 'Enter') settle()
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const stride = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1)
    const next = Math.min(max, Math.max(min, (value ?? 0) + stride))
    setDraft(null)
    props.onChange(Number(next.toFixed(decimals)))
  }

  return (
    <span className={clsx(styles['field'], className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <span className={styles['box']}>
        <input
          id={id}
          className={styles['number']}
          inputMode={decimals > 0 || min < 0 ? 'text' : 'numeric'}
          value={shown}
          disabled={disabled}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => type(event.target.value)}
          onKeyDown={stepBy}
          onBlur={settle}
        />
        {unit && <span className={styles['unit']}>{unit}</span>}
      </span>
      {problem !== null && (
        <span id={`${id}-problem`} className={styles['problem']} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

function problemOf(text: string, { min, max, decimals = 0 }: NumberFieldProps): string | null {
  const typed = typedNumber(text)
  const pattern = decimals > 0 ? /^[+-]?\d+(\.\d+)?$/ : /^[+-]?\d+$/
  const range = `from ${numberText(min)} to ${numberText(max)}`
  if (!pattern.test(typed)) return `Type ${decimals > 0 ? 'a number' : 'a whole number'} ${range}.`
  const value = Number(typed)
  if (value < min || value > max) return `Must be ${range}.`
  const places = typed.split('.')[1]?.length ?? 0
  return places > decimals ? `At most ${decimals} decimals.` : null
}
