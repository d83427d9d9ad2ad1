import { type ClipboardEvent, useMemo } from 'react'
import { Button } from '../kit/button'
import { TextArea } from '../kit/text-area'
import styles from './own-demand.module.css'

export interface TableFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

const EXAMPLE = 'country,queries\nGermany,5400\nFrance,3100\nUnited States,9000'

/** In UTF-16 units: a field with more than this takes seconds to lay out. */
const MOST_EDITED = 200_000
/** So much of such a table is shown. */
const SHOWN = 20_000

/** The table as text. Of a very long one the beginning, which cannot be edited; it is read as a whole. */
export function TableField({ value, onChange }: TableFieldProps) {
  const lines = useMemo(() => (value.length > MOST_EDITED ? linesOf(value) : 0), [value])
  const isLong = lines > 0

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= MOST_EDITED || isLong) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    onChange(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd))
  }

  return (
    <>
      <TextArea
        label="Table"
        rows={7}
        value={isLong ? beginningOf(value) : value}
        readOnly={isLong}
        placeholder={EXAMPLE}
        autoFocus
        onPaste={paste}
        onChange={onChange}
      />
      {isLong && (
        <div className={styles['row']}>
          <span className={styles['beside']}>
            The beginning of {lines.toLocaleString('en')} lines, all of which are read.
          </span>
          <Button onClick={() => onChange('')}>Empty the field</Button>
        </div>
      )}
    </>
  )
}

/** Whole lines, as many as are shown. */
function beginningOf(text: string): string {
  const end = text.lastIndexOf('\n', SHOWN)
  return text.slice(0, end > 0 ? end : SHOWN)
}

function linesOf(text: string): number {
  let count = text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
