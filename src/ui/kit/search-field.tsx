import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import fieldStyles from './field.module.css'
import styles from './search-field.module.css'
import { useAnchored } from './use-anchored'

export interface SearchOption<T> {
  readonly key: string
  readonly label: ReactNode
  /** A second, quieter text on the same line. */
  readonly detail?: ReactNode
  readonly value: T
  /** Shown but not to be chosen, with the reason as `detail` or `reason`. */
  readonly disabled?: boolean
  /** Why it cannot be chosen, on lines of its own. */
  readonly reason?: string
}

export interface SearchFieldProps<T> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly placeholder?: string
  /** What stands in the field while nobody types: the present choice. */
  readonly value?: string
  /** The options for a text; called for the empty text too. */
  readonly search: (text: string) => readonly SearchOption<T>[]
  readonly onChoose: (value: T) => void
  /** What to say when nothing fits the text. */
  readonly empty?: string
  /** What is wrong with the present choice. */
  readonly problem?: string | null
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly className?: string | undefined
}

/** A field with a list of options that follows what is typed (ARIA combobox pattern with a listbox). */
export function SearchField<T>(props: SearchFieldProps<T>) {
  const { label, labelHidden, placeholder, value = '', search, onChoose, disabled, className } = props
  const { empty = 'Nothing fits.', problem = null } = props
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = text !== null
  const options = open ? search(text) : []
  const shownActive = Math.min(active, options.length - 1)
  useAnchored(open, box, list)

  function close() {
    setText(null)
    setActive(0)
  }
  function choose(option: SearchOption<T> | undefined) {
    if (!option || option.disabled) return
    close()
    onChoose(option.value)
  }
  function onKeyDown(event: KeyboardEvent) {
    const move = (to: number) => {
      event.preventDefault()
      if (!open) setText('')
      else setActive((to + options.length) % Math.max(1, options.length))
    }
    if (event.key === 'ArrowDown') move(shownActive + 1)
    else if (event.key === 'ArrowUp') move(shownActive - 1)
    else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(options[shownActive])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <span className={clsx(fieldStyles['field'], styles['root'], className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : fieldStyles['label']}>
        {label}
      </label>
      <span ref={box} className={fieldStyles['box']}>
        <input
          id={id}
          className={fieldStyles['text']}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && options.length > 0 ? `${id}-${shownActive}` : undefined}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          autoComplete="off"
          spellCheck={false}
          // The present choice stays legible until something is typed.
          placeholder={open && value !== '' ? value : placeholder}
          disabled={disabled}
          autoFocus={props.autoFocus}
          value={text ?? value}
          onFocus={(event) => event.target.select()}
          onClick={() => {
            if (!open) setText('')
          }}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      </span>
      {open && (
        <div
          ref={list}
          id={`${id}-list`}
          popover="manual"
          className={styles['list']}
          role="listbox"
          aria-label={label}
        >
          {options.length === 0 && <div className={styles['empty']}>{empty}</div>}
          {options.map((option, index) => (
            <div
              key={option.key}
              id={`${id}-${index}`}
              ref={index === shownActive ? scrollIntoView : undefined}
              className={styles['option']}
              role="option"
              tabIndex={-1}
              aria-selected={index === shownActive}
              aria-disabled={option.disabled}
              // Pressing must not take the focus from the field, which would close the list first.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(option)}
              onKeyDown={onKeyDown}
            >
              <span>{option.label}</span>
              {option.detail !== undefined && <span className={styles['detail']}>{option.detail}</span>}
              {option.reason !== undefined && <span className={styles['reason']}>{option.reason}</span>}
            </div>
          ))}
        </div>
      )}
      {problem !== null && (
        <span id={`${id}-problem`} className={fieldStyles['problem']}>
          {problem}
        </span>
      )}
    </span>
  )
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
