import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import styles from './switch.module.css'

export interface SwitchProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string | undefined
}

/** An on-off switch with its label: a native checkbox that says it is a switch. */
export function Switch({ label, checked, onChange, disabled, className }: SwitchProps) {
  const id = useId()
  return (
    <span className={clsx(styles['field'], 'nodrag', className)}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles['switch']}
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
