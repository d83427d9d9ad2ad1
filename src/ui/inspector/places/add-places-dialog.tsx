import { Dialog } from '../../kit/dialog'
import { AddPlacesForm, type AddPlacesFormProps } from './add-places-form'

export interface AddPlacesDialogProps extends Omit<AddPlacesFormProps, 'onDone'> {
  readonly onClose: () => void
}

/** The dialog in which many places are pasted or ticked. */
export function AddPlacesDialog({ onClose, ...rest }: AddPlacesDialogProps) {
  return (
    <Dialog
      title="Add many places"
      description="Paste a list of countries, US states and continents, by code or English name, or tick them. Each becomes a branch."
      size="wide"
      open
      onOpenChange={onClose}
    >
      <AddPlacesForm {...rest} onDone={onClose} />
    </Dialog>
  )
}
