import { Popover } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Point } from '../canvas-state'
import styles from './choice-menu.module.css'

/** Something to choose. */
export interface Choice {
  readonly key: string
  readonly label: string
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  /** Why it cannot be chosen; it is shown all the same, so that nobody looks for it in vain. */
  readonly refusal?: string | null
  readonly onChoose: () => void
}

export interface ChoiceGroup {
  readonly title: string
  readonly choices: readonly Choice[]
}

export interface ChoiceMenuProps {
  /** The question that the choice answers. */
  readonly title: string
  readonly at: Point
  readonly groups: readonly ChoiceGroup[]
  readonly onClose: () => void
}

/** A list to search and choose from, at a point of the window (ARIA combobox pattern with a listbox). */
export function ChoiceMenu({ title, at, groups, onClose }: ChoiceMenuProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)

  const shown = groups
    .map((group) => ({ ...group, choices: group.choices.filter((choice) => fits(choice, text)) }))
    .map((group) => ({ ...group, more: Math.max(0, group.choices.length - MOST_SHOWN) }))
    .map((group) => ({ ...group, choices: group.choices.slice(0, MOST_SHOWN) }))
    .filter((group) => group.choices.length > 0)
  const choices = shown.flatMap((group) => group.choices)
  const current = Math.min(active, choices.length - 1)

  function choose(choice: Choice | undefined) {
    if (!choice || choice.refusal) return
    onClose()
    choice.onChoose()
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && choices.length > 0) {
      event.preventDefault()
      setActive((current + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(choices[current])
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose()
    }
    event.stopPropagation()
  }

  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Popover.Anchor asChild>
        <span className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={styles['menu']}
          aria-label={title}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <span className={styles['title']}>{title}</span>
          <input
            className={styles['search']}
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={choices.length > 0 ? `${id}-${current}` : undefined}
            aria-label={title}
            placeholder="Search"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
          />
          <div id={`${id}-list`} className={styles['list']} role="listbox" aria-label={title}>
            {shown.map((group) => (
              <div key={group.title} role="group" aria-label={group.title}>
                <div className={styles['group']} aria-hidden>
                  {group.title}
                </div>
                {group.choices.map((choice) => {
                  const index = choices.indexOf(choice)
                  return (
                    <div
                      key={choice.key}
                      id={`${id}-${index}`}
                      ref={index === current ? scrollIntoView : undefined}
                      className={styles['option']}
                      role="option"
                      tabIndex={-1}
                      aria-selected={index === current}
                      aria-disabled={Boolean(choice.refusal)}
                      // Pressing must not take the focus from the field, which would close the menu first.
                      onPointerDown={(event) => event.preventDefault()}
                      onPointerMove={() => setActive(index)}
                      onClick={() => choose(choice)}
                      onKeyDown={onKeyDown}
                    >
                      <span className={styles['icon']}>{choice.icon}</span>
                      <span>{choice.label}</span>
                      {(choice.refusal ?? choice.detail) && (
                        <span className={styles['detail']}>{choice.refusal ?? choice.detail}</span>
                      )}
                    </div>
                  )
                })}
                {group.more > 0 && (
                  <div className={styles['empty']}>{group.more} more: type to find them.</div>
                )}
              </div>
            ))}
            {choices.length === 0 && <div className={styles['empty']}>Nothing fits “{text}”.</div>}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A longer list is for searching. */
const MOST_SHOWN = 60

function fits({ label, detail = '' }: Choice, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/)
  const where = `${label} ${detail}`.toLowerCase()
  return words.every((word) => where.includes(word))
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
