import { Plus, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { Button, IconButton } from '../../kit/button'
import { TextField } from '../../kit/text-field'
import styles from './blocks-field.module.css'

export interface BlocksFieldProps {
  readonly blocks: readonly string[]
  /** The blocks in what was typed or pasted. */
  readonly blocksIn: (text: string) => readonly string[]
  /** What is wrong with a block, as a sentence; null when nothing is. */
  readonly faultOf: (block: string) => string | null
  readonly onChange: (blocks: readonly string[]) => void
  readonly onSettle: () => void
}

/** A list of blocks of addresses: each can be changed or removed, and many can be pasted at once. */
export function BlocksField({ blocks, blocksIn, faultOf, onChange, onSettle }: BlocksFieldProps) {
  const [typed, setTyped] = useState('')
  const adding = useRef<HTMLSpanElement>(null)
  const id = useId()

  function add(text: string) {
    const fresh = blocksIn(text).filter((block) => !blocks.includes(block))
    setTyped('')
    if (fresh.length === 0) return
    onChange([...blocks, ...fresh])
    onSettle()
  }
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text')
    // One block may still be typed at; several are a list, whose lines a field of one line would join.
    if (blocksIn(text).length < 2) return
    event.preventDefault()
    add(`${typed} ${text}`)
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add(typed)
  }
  function remove(index: number) {
    onChange(blocks.filter((_, at) => at !== index))
    onSettle()
    adding.current?.querySelector('input')?.focus()
  }

  return (
    <div className={styles['field']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['label']}>
        Blocks of addresses
      </span>
      {blocks.length > 0 && (
        <ul className={styles['list']}>
          {blocks.map((block, index) => (
            // Blocks have no identity but their place: one that is being typed at must stay the same.
            <li key={`block ${index.toString()}`} className={styles['item']}>
              <TextField
                label={`Block ${index + 1}`}
                labelHidden
                className={styles['text']}
                value={block}
                problem={faultOf(block)}
                onChange={(value) => onChange(blocks.map((each, at) => (at === index ? value.trim() : each)))}
                onSettle={onSettle}
              />
              <IconButton label={`Remove block ${block}`} onClick={() => remove(index)}>
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <span ref={adding} className={styles['item']}>
        <TextField
          label="Add blocks: type one, or paste many"
          labelHidden
          className={styles['text']}
          placeholder="192.0.2.0/24, or paste many"
          value={typed}
          onChange={setTyped}
          onPaste={paste}
          onKeyDown={press}
        />
        <Button disabled={typed.trim() === ''} onClick={() => add(typed)}>
          <Plus /> Add
        </Button>
      </span>
    </div>
  )
}
