import type { ReactNode } from 'react'

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
