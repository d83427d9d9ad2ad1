import { useState } from 'react'
import type { Choice } from '../../formats/import/choices'
import type { Found } from '../../formats/open'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { usePart } from '../kit/use-part'
import { useSession } from '../session-context'
import { openIncoming } from '../shell/open-text'
import type { IncomingText } from './asked-store'
import styles from './incoming.module.css'

export interface ChooseDialogProps extends IncomingText {
  readonly found: Found
  readonly onClose: () => void
}

/** So many policies are shown at a time. */
const ROWS = 200

/** Lets the user choose among the policies that a text holds; each opens as a scenario of its own. */
export function ChooseDialog({ text, name, found, onClose }: ChooseDialogProps) {
  const session = useSession()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set([found.chosen]))
  const { part, left, showMore } = usePart(found.choices, ROWS)
  const choose = (index: number, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, index] : [...before].filter((each) => each !== index)))
  const open = async () => {
    onClose()
    // The first of them is opened last, so that it is the one to be seen.
    for (const choice of [...chosen].toSorted((a, b) => b - a))
      await openIncoming(session, text, name, choice)
  }
  const count = found.choices.length.toLocaleString('en-GB')
  return (
    <Dialog
      title={`${name === null ? 'The pasted text' : `“${name}”`} holds ${count} policies`}
      description={`${article(found.kind)}. Each policy that you tick opens as a scenario of its own; the first is shown, the others are under Recent.`}
      size="wide"
      open
      onOpenChange={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={chosen.size === 0} onClick={() => void open()}>
            {chosen.size < 2 ? 'Open' : `Open ${chosen.size} policies`}
          </Button>
        </>
      }
    >
      <ul className={styles['choices']} aria-label="Policies">
        {part.map((choice, index) => (
          // The list never changes while it is shown.
          <li key={`${choice.where ?? ''} ${index.toString()}`}>
            <ChoiceRow choice={choice} checked={chosen.has(index)} onCheck={(on) => choose(index, on)} />
          </li>
        ))}
        {left > 0 && (
          <li>
            {left.toLocaleString('en-GB')} more.{' '}
            <Button look="quiet" onClick={showMore}>
              Show more
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}

interface ChoiceRowProps {
  readonly choice: Choice
  readonly checked: boolean
  readonly onCheck: (on: boolean) => void
}

function ChoiceRow({ choice: { name, where, version, comment, holds }, checked, onCheck }: ChoiceRowProps) {
  return (
    <label className={styles['choice']} data-shut={holds === null}>
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.target.checked)} />
      <span className={styles['what']}>
        <span>
          <strong>{name ?? where}</strong>
          {version !== null && <span className={styles['version']}>version {version}</span>}
        </span>
        {comment !== null && <span>{comment}</span>}
        {name !== null && where !== null && <small>{where}</small>}
      </span>
      <span className={styles['holds']}>
        {holds === null ? 'cannot be opened as it stands' : heldText(holds)}
      </span>
    </label>
  )
}

function heldText({ recordType, rules, endpoints }: NonNullable<Choice['holds']>): string {
  const nodes = `${counted(rules, 'rule')}, ${counted(endpoints, 'endpoint')}`
  return recordType === null ? nodes : `${recordType} · ${nodes}`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function article(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}
