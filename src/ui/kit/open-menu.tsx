import { DropdownMenu as Radix } from 'radix-ui'
import { createPortal } from 'react-dom'
import styles from './menu.module.css'
import type { MenuItem } from './menu-item'

export interface OpenMenuProps {
  readonly label: string
  /** Where in the window, in pixels: the corner that the menu hangs from. */
  readonly at: { readonly x: number; readonly y: number }
  readonly align?: 'start' | 'end'
  readonly items: readonly (MenuItem | null)[]
  readonly onClose: () => void
}

/** A menu that is open at a point of the window, by mouse, touch and keyboard. */
export function OpenMenu({ label, at, align = 'start', items, onClose }: OpenMenuProps) {
  return (
    <Radix.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {/* In the body, as a parent may contain its layout, and then be what `fixed` is measured from. */}
      {createPortal(
        <Radix.Trigger asChild>
          <span
            style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0, pointerEvents: 'none' }}
            aria-hidden
            tabIndex={-1}
          />
        </Radix.Trigger>,
        document.body,
      )}
      <Radix.Portal>
        <Radix.Content
          className={styles['menu']}
          aria-label={label}
          align={align}
          sideOffset={2}
          collisionPadding={8}
          loop
          // The caller knows better where the focus belongs than the point that the menu hangs from.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
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
