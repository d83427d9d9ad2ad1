import { DropdownMenu as Radix } from 'radix-ui'
import type { MenuItem } from '../../kit/menu'
import menuStyles from '../../kit/menu.module.css'
import type { Point } from '../canvas-state'

export interface PointMenuProps {
  readonly label: string
  readonly at: Point
  readonly items: readonly (MenuItem | null)[]
  readonly onClose: () => void
}

/** A menu that is open at a point of the window: a node's own, or where the pointer was pressed. */
export function PointMenu({ label, at, items, onClose }: PointMenuProps) {
  return (
    <Radix.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Radix.Trigger asChild>
        <span
          style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0, pointerEvents: 'none' }}
          aria-hidden
          tabIndex={-1}
        />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={menuStyles['menu']}
          aria-label={label}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {items.map((item, index) =>
            item === null ? (
              // A line has no identity but its place.
              <Radix.Separator key={`line-${index.toString()}`} className={menuStyles['line']} />
            ) : (
              <Radix.Item
                key={item.key}
                className={menuStyles['item']}
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
              >
                {item.icon}
                <span className={menuStyles['label']}>
                  {item.label}
                  {item.detail !== undefined && <span className={menuStyles['detail']}>{item.detail}</span>}
                </span>
                {item.shortcut !== undefined && <kbd className={menuStyles['shortcut']}>{item.shortcut}</kbd>}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
