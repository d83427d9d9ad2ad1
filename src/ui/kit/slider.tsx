import { clsx } from 'clsx'
import styles from './slider.module.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** How the value is spoken, with its unit. */
  readonly valueText?: string
  readonly disabled?: boolean
  readonly className?: string | undefined
  readonly onChange: (value: number) => void
  /** The drag, or the burst of key presses, is over. */
  readonly onSettle?: () => void
}

/** A native range input: mouse, touch, arrow keys, Page keys, Home and End all work as users know them. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step = 1, valueText, disabled, className, onChange, onSettle } = props
  return (
    <input
      type="range"
      className={clsx(styles['slider'], 'nodrag', 'nopan', className)}
      aria-label={label}
      aria-valuetext={valueText}
      title={label}
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      onPointerUp={onSettle}
      onBlur={onSettle}
    />
  )
}
