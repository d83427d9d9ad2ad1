import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'

export interface ReadingDialogProps {
  /** Of the file; null for what was pasted. */
  readonly name: string | null
  /** In UTF-16 units. */
  readonly length: number
  readonly onCancel: () => void
}

/** Says that a long text is being read, beside the page, and lets that be called off. */
export function ReadingDialog({ name, length, onCancel }: ReadingDialogProps) {
  return (
    <Dialog
      title={name === null ? 'Reading the pasted text…' : `Reading “${name}”…`}
      description={`${length.toLocaleString('en-GB')} characters. Your scenario stays as it is meanwhile.`}
      open
      onOpenChange={onCancel}
      actions={<Button onClick={onCancel}>Cancel</Button>}
    >
      <progress aria-label="Reading" />
    </Dialog>
  )
}
