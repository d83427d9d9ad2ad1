import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import type { RuleToolsProps } from '../../rule-view'
import { AddPlacesForm } from './add-places-form'

/** Adds many places to a geolocation rule at once. */
export function AddPlaces(props: RuleToolsProps<'geolocation'>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <ListPlus /> Add many…
      </Button>
      <Dialog
        title="Add many places"
        description="Paste a list of countries, US states and continents, by code or English name, or tick them. Each becomes a branch."
        size="wide"
        open={open}
        onOpenChange={setOpen}
      >
        <AddPlacesForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
