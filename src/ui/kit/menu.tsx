import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './menu.module.css'

/** An entry of a menu; `null` in a list draws a line between groups. */
export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  /** A second line, such as when it was saved. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  /** As the platform writes it: ⌘S, Ctrl+S. */
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly onSelect: () => void
}

export interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactNode
  readonly items: readonly (MenuItem | null)[]
  readonly align?: 'start' | 'end'
}

/** A drop-down menu, by mouse, touch and keyboard. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles['menu']} align={align} sideOffset={4} collisionPadding={8} loop>
          {items.map((item, index) =>
            item === null ? (
              // A line has no identity but its place.
              <Radix.Separator key={`line-${index.toString()}`} className={styles['line']} />
            ) : (
              <Radix.Item
                key={item.key}
                className={styles['item']}
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
              >
                {item.icon}
                <span className={styles['label']}>
                  {item.label}
                  {item.detail !== undefined && <span className={styles['detail']}>{item.detail}</span>}
                </span>
                {item.shortcut !== undefined && <kbd className={styles['shortcut']}>{item.shortcut}</kbd>}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
