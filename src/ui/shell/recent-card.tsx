import { clsx } from 'clsx'
import { Trash2 } from 'lucide-react'
import { Button, IconButton } from '../kit/button'
import dialogs from './dialogs.module.css'
import styles from './recent.module.css'
import { agoText } from './time-text'

interface RecentCardProps {
  /** What is known of the scenario without reading it. */
  readonly entry: { readonly name: string; readonly savedAt: number }
  /** Whether it is asked for once more before it goes: that cannot be undone. */
  readonly isAsked: boolean
  readonly onAsk: (isAsked: boolean) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}

/** A scenario that was open before. */
export function RecentCard({ entry: { name, savedAt }, isAsked, onAsk, onOpen, onRemove }: RecentCardProps) {
  if (isAsked) {
    return (
      <li className={styles['row']}>
        <span className={styles['question']}>
          Remove <strong>{name}</strong> for good?
        </span>
        {/* Whoever came by keys stays where they were. */}
        <Button autoFocus onClick={() => onAsk(false)}>
          Keep
        </Button>
        <Button look="danger" onClick={onRemove}>
          Remove
        </Button>
      </li>
    )
  }
  return (
    <li className={styles['row']}>
      <button type="button" className={clsx(dialogs['card'], styles['open'])} onClick={onOpen}>
        <strong>{name}</strong>
        <span>{agoText(savedAt)}</span>
      </button>
      <IconButton label={`Remove ${name}`} onClick={() => onAsk(true)}>
        <Trash2 />
      </IconButton>
    </li>
  )
}
