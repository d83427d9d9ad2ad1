import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export interface Tab<K extends string> {
  readonly key: K
  readonly label: string
  readonly icon?: ReactNode
  /** A count beside the label; its meaning must be clear from the label. */
  readonly badge?: { readonly count: number; readonly tone: 'error' | 'warning' | 'plain' } | undefined
  readonly content: ReactNode
}

export interface TabsProps<K extends string> {
  readonly label: string
  readonly tabs: readonly Tab<K>[]
  readonly active: K
  readonly onChange: (key: K) => void
}

/** Panels of which one shows; arrow keys move between the tabs. */
export function Tabs<K extends string>({ label, tabs, active, onChange }: TabsProps<K>) {
  return (
    <Radix.Root
      className={styles['tabs']}
      value={active}
      onValueChange={(value) => {
        const tab = tabs.find(({ key }) => key === value)
        if (tab) onChange(tab.key)
      }}
    >
      <Radix.List className={styles['list']} aria-label={label}>
        {tabs.map(({ key, label: name, icon, badge }) => (
          <Radix.Trigger key={key} value={key} className={styles['tab']}>
            {icon}
            {name}
            {badge !== undefined && badge.count > 0 && (
              <span className={styles['badge']} data-tone={badge.tone}>
                {badge.count}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ key, content }) => (
        <Radix.Content key={key} value={key} className={styles['content']} tabIndex={-1}>
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
