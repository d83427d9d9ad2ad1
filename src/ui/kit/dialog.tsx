import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly description?: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** `wide` for previews and galleries. */
  readonly size?: 'normal' | 'wide'
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
}

/** A modal dialog: traps focus, closes on Escape, gives focus back. */
export function Dialog({
  title,
  description,
  open,
  onOpenChange,
  size = 'normal',
  children,
  actions,
}: DialogProps) {
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles['overlay']} />
        <Radix.Content
          className={styles['content']}
          data-size={size}
          onEscapeKeyDown={(event) => {
            if (hasOpenList(document.activeElement)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives it to its own trigger only, and our dialogs are opened by the state of the app.
            event.preventDefault()
            // Whoever closed the dialog may have led the focus elsewhere already.
            if (isLost(document.activeElement)) opener.current?.focus()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Opener
            onFound={(element) => {
              opener.current = element
            }}
          />
          <header className={styles['header']}>
            <Radix.Title className={styles['title']}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          {description !== undefined && (
            <Radix.Description className={styles['description']}>{description}</Radix.Description>
          )}
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Finds what has the focus when a dialog opens. It stands first in it, before a field takes the focus. */
function Opener({ onFound }: { readonly onFound: (element: HTMLElement | null) => void }) {
  const found = useEffectEvent(onFound)
  useLayoutEffect(() => {
    found(document.activeElement instanceof HTMLElement ? document.activeElement : null)
  }, [])
  return null
}

/** Whether nothing has the focus, as after what had it went away. */
function isLost(element: Element | null): boolean {
  return element === null || element === document.body
}

/** Whether Escape belongs to a field, to close its list of options. */
function hasOpenList(element: Element | null): boolean {
  return element?.getAttribute('role') === 'combobox' && element.getAttribute('aria-expanded') === 'true'
}
