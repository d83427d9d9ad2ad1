import { type ComponentProps, cloneElement, lazy, type ReactElement, Suspense, useState } from 'react'
import type { MenuItem } from './menu-item'

export interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly items: readonly (MenuItem | null)[]
  readonly align?: 'start' | 'end'
}

/** An open menu, loaded when the first one opens. */
export const LazyMenu = lazy(async () => ({ default: (await import('./open-menu')).OpenMenu }))

interface Anchor {
  readonly button: HTMLButtonElement
  readonly x: number
  readonly y: number
}

/** A drop-down menu below its button. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    onClick: ({ currentTarget }) => {
      const { left, right, bottom } = currentTarget.getBoundingClientRect()
      const x = align === 'start' ? left : right
      setAnchor(anchor ? null : { button: currentTarget, x, y: bottom })
    },
  })
  return (
    <>
      {button}
      <Suspense>
        {anchor && (
          <LazyMenu
            label={anchor.button.getAttribute('aria-label') ?? anchor.button.innerText}
            at={anchor}
            align={align}
            items={items}
            onClose={() => {
              setAnchor(null)
              anchor.button.focus()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
