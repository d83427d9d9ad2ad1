import { ListPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../kit/button'
import type { RuleToolsProps } from '../../rule-view'

const AddPlacesDialog = lazy(async () => ({ default: (await import('./add-places-dialog')).AddPlacesDialog }))

/** Adds many places to a geolocation rule at once. */
export function AddPlaces(props: RuleToolsProps<'geolocation'>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <ListPlus /> Add many…
      </Button>
      <Suspense>{open && <AddPlacesDialog {...props} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
