import { clsx } from 'clsx'
import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import styles from './switch.module.css'

export interface SwitchProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string | undefined
}

/** An on-off switch with its label. */
export function Switch({ label, checked, onChange, disabled, className }: SwitchProps) {
  const id = useId()
  return (
    <span className={clsx(styles['field'], 'nodrag', className)}>
      <Radix.Root
        id={id}
        className={styles['switch']}
        checked={checked}
        disabled={disabled ?? false}
        onCheckedChange={onChange}
      >
        <Radix.Thumb className={styles['thumb']} />
      </Radix.Root>
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
