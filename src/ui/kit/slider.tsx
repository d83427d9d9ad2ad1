import { clsx } from 'clsx'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
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
  /**
   * What the slider is dragged to now, before its value can follow, told some times a second; null when it is let go.
   */
  readonly onDragged?: (value: number | null) => void
  /** The drag, or the burst of key presses, is over. */
  readonly onSettle?: () => void
}

/** So often is told where a dragged slider is: as fast as a number can be read. */
const TELL_EVERY_MS = 50

/**
 * A native range input: mouse, touch, arrow keys, Page keys, Home and End all work as users know them. While it is
 * dragged the browser alone moves it, and what shows its value may follow more slowly.
 */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step = 1, valueText, disabled, className, onSettle } = props
  const input = useRef<HTMLInputElement>(null)
  const endDrag = useRef<(() => void) | null>(null)
  const toldAt = useRef(0)
  // How often it came to rest where the browser had moved it: then it shows its value again.
  const [rests, setRests] = useState(0)

  const moved = useEffectEvent((next: number) => {
    props.onChange(next)
    if (!endDrag.current) return setRests(rests + 1)
    const now = performance.now()
    if (now - toldAt.current < TELL_EVERY_MS) return
    toldAt.current = now
    props.onDragged?.(next)
  })
  useEffect(() => {
    const element = input.current
    // Not through React, which would draw anew at every move.
    const follow = () => element && moved(element.valueAsNumber)
    element?.addEventListener('input', follow)
    return () => {
      element?.removeEventListener('input', follow)
      endDrag.current?.()
    }
  }, [])
  useLayoutEffect(() => {
    if (input.current && !endDrag.current) input.current.value = String(value)
  }, [value, rests])

  function begin() {
    // Key presses before it are a step of their own.
    onSettle?.()
    endDrag.current ??= beginDrag(() => {
      endDrag.current = null
      setRests(rests + 1)
      props.onDragged?.(null)
      onSettle?.()
    })
  }
  function settle() {
    if (endDrag.current) endDrag.current()
    else onSettle?.()
  }
  return (
    <input
      ref={input}
      type="range"
      className={clsx(styles['slider'], 'nodrag', 'nopan', className)}
      aria-label={label}
      aria-valuetext={valueText}
      title={label}
      defaultValue={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onPointerDown={begin}
      onPointerUp={settle}
      onPointerCancel={settle}
      onBlur={settle}
    />
  )
}
