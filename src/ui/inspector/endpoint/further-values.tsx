import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { type Endpoint, isAlias } from '../../../model/endpoint'
import { Button } from '../../kit/button'

const FurtherValuesDialog = lazy(async () => ({
  default: (await import('./further-values-dialog')).FurtherValuesDialog,
}))

/** Gives an endpoint's place in the answer further values, as a multivalue answer. */
export function FurtherValues({ endpoint }: { readonly endpoint: Endpoint }) {
  const [open, setOpen] = useState(false)
  // What an AWS resource answers with is its own affair.
  if (isAlias(endpoint)) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus /> Add another value…
      </Button>
      <Suspense>
        {open && <FurtherValuesDialog endpoint={endpoint} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
