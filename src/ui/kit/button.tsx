import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
}

/** A button with a word on it, and perhaps an icon before the word. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" className={clsx(styles['button'], styles[look], className)} {...rest} />
}

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  /** What it does; spoken, and shown on hover. */
  readonly label: string
  readonly children: ReactNode
}

/** A square button with only an icon. */
export function IconButton({ label, className, title, ...rest }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={title ?? label}
      look="quiet"
      className={clsx(styles['icon'], className)}
      {...rest}
    />
  )
}
