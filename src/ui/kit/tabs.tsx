import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
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
  /** What was shown once stays as it was left, out of sight; otherwise each panel begins anew. */
  readonly keep?: boolean
}

const STRIDE: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Panels of which one shows (ARIA tabs pattern): arrow keys, Home and End move between the tabs. */
export function Tabs<K extends string>({ label, tabs, active, onChange, keep = false }: TabsProps<K>) {
  const id = useId()
  const at = tabs.findIndex(({ key }) => key === active)
  const [visited, setVisited] = useState<ReadonlySet<K>>(new Set([active]))
  if (keep && !visited.has(active)) setVisited(new Set([...visited, active]))
  const present = tabs.filter(({ key }) => key === active || (keep && visited.has(key)))

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const stride = STRIDE[event.key]
    const to =
      stride === undefined
        ? { Home: 0, End: tabs.length - 1 }[event.key]
        : (at + stride + tabs.length) % tabs.length
    const tab = to === undefined ? undefined : tabs[to]
    if (!tab) return
    event.preventDefault()
    onChange(tab.key)
    document.getElementById(`${id}-${tab.key}`)?.focus()
  }

  return (
    <div className={styles['tabs']}>
      <div className={styles['list']} role="tablist" aria-label={label}>
        {tabs.map(({ key, label: name, icon, badge }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            className={styles['tab']}
            aria-selected={key === active}
            aria-controls={present.some((each) => each.key === key) ? `${id}-panel-${key}` : undefined}
            tabIndex={key === active ? 0 : -1}
            onClick={() => onChange(key)}
            onKeyDown={onKeyDown}
          >
            {icon}
            {name}
            {badge !== undefined && badge.count > 0 && (
              <span className={styles['badge']} data-tone={badge.tone}>
                {badge.count}
              </span>
            )}
          </button>
        ))}
      </div>
      {present.map(({ key, content }) => (
        <div
          key={key}
          id={`${id}-panel-${key}`}
          className={styles['content']}
          role="tabpanel"
          aria-labelledby={`${id}-${key}`}
          hidden={key !== active}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
