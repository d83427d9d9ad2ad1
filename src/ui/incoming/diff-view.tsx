import { Fragment, useMemo } from 'react'
import type { DocumentChanges } from '../../formats/document-changes'
import type { DiffHunk } from '../../formats/line-diff'
import { Button } from '../kit/button'
import { usePart } from '../kit/use-part'
import styles from './incoming.module.css'

const SIGN = { same: ' ', removed: '−', added: '+' } as const
const SPOKEN = { same: '', removed: 'Removed: ', added: 'Added: ' } as const
/** What scrolls must take the focus, or the keyboard could not scroll it in every browser. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** What changes between two documents, line by line; a document on one line is shown with a line for each member. */
export function DiffView({ changes: { hunks, skippedAfter, tall } }: { readonly changes: DocumentChanges }) {
  const { part, left, showMore } = usePart(
    useMemo(() => pieces(hunks), [hunks]),
    PIECES,
  )
  if (hunks.length === 0) return <p className={styles['soft']}>Nothing changes.</p>
  return (
    <>
      <section className={styles['diff']} aria-label="Changes of the document" {...SCROLLED_BY_KEYS}>
        {part.map(({ skipped, lines }) => (
          <Fragment key={`${lines[0]?.before ?? ''} ${lines[0]?.after ?? ''}`}>
            <Skipped lines={skipped} />
            {lines.map((line) => (
              <div
                key={`${line.before ?? ''} ${line.after ?? ''}`}
                className={styles['line']}
                data-kind={line.kind}
              >
                <span className={styles['number']} aria-hidden>
                  {line.before}
                </span>
                <span className={styles['number']} aria-hidden>
                  {line.after}
                </span>
                <span className={styles['sign']} aria-hidden>
                  {SIGN[line.kind]}
                </span>
                <span className="visually-hidden">{SPOKEN[line.kind]}</span>
                <code>{line.text}</code>
              </div>
            ))}
          </Fragment>
        ))}
        {left > 0 ? (
          <div className={styles['skipped']}>
            More changes follow.{' '}
            <Button look="quiet" onClick={showMore}>
              Show more
            </Button>
          </div>
        ) : (
          <Skipped lines={skippedAfter} />
        )}
      </section>
      {tall && (
        <p className={styles['soft']}>Shown with a line for each member; the text itself keeps its form.</p>
      )}
    </>
  )
}

/** So many runs of lines are shown at a time, and so many lines are one. */
const PIECES = 10
const LINES = 40

/** Hunks cut into runs of a length that is shown at once. */
function pieces(hunks: readonly DiffHunk[]): readonly DiffHunk[] {
  return hunks.flatMap(({ skipped, lines }) =>
    Array.from({ length: Math.ceil(lines.length / LINES) }, (_, index) => ({
      skipped: index === 0 ? skipped : 0,
      lines: lines.slice(index * LINES, (index + 1) * LINES),
    })),
  )
}

function Skipped({ lines }: { readonly lines: number }) {
  if (lines === 0) return null
  return (
    <div className={styles['skipped']}>
      {lines === 1 ? 'one unchanged line' : `${lines.toLocaleString('en-GB')} unchanged lines`}
    </div>
  )
}
