import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { beginDrag } from './drag-hold'
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
  /** What the slider is dragged to now, before its value can follow; null when it is let go. */
  readonly onDragged?: (value: number | null) => void
  /** The drag, or the burst of key presses, is over. */
  readonly onSettle?: () => void
}

/**
 * A native range input: mouse, touch, arrow keys, Page keys, Home and End all work as users know them. While it is
 * dragged it shows where it is itself, and panels that show the value may follow more slowly.
 */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step = 1, valueText, disabled, className, onChange, onSettle } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const endDrag = useRef<(() => void) | null>(null)
  useEffect(() => () => endDrag.current?.(), [])
  function showDragged(next: number | null) {
    setDragged(next)
    props.onDragged?.(next)
  }
  function begin() {
    // Key presses before it are a step of their own.
    onSettle?.()
    endDrag.current ??= beginDrag(() => {
      endDrag.current = null
      showDragged(null)
      onSettle?.()
    })
  }
  function settle() {
    if (endDrag.current) endDrag.current()
    else onSettle?.()
  }
  return (
    <input
      type="range"
      className={clsx(styles['slider'], 'nodrag', 'nopan', className)}
      aria-label={label}
      aria-valuetext={valueText}
      title={label}
      value={dragged ?? value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onPointerDown={begin}
      onChange={(event) => {
        const next = event.target.valueAsNumber
        if (endDrag.current) showDragged(next)
        onChange(next)
      }}
      onPointerUp={settle}
      onPointerCancel={settle}
      onBlur={settle}
    />
  )
}
