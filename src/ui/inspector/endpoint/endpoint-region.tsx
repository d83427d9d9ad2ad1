import type { Endpoint } from '../../../model/endpoint'
import { quoted } from '../../../policy/edits/members'
import { updateEndpoint } from '../../../policy/edits/update-endpoint'
import { Button } from '../../kit/button'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'
import { RegionField } from '../pickers/region-field'

/** The Region that an S3 website needs, and that no other type has a use for. */
export function EndpointRegion({ endpoint }: { readonly endpoint: Endpoint }) {
  const { change } = useEdit()
  const { id, type, region } = endpoint
  const set = (code: string | undefined) =>
    change(`Change Region of ${quoted(id)}`, (policy) => updateEndpoint(policy, id, { region: code }))

  if (type !== 's3-website') {
    if (region === undefined) return null
    return (
      <div className={styles['row']}>
        <p className={styles['note']}>
          The document gives it a Region, which only S3 websites have a use for.
        </p>
        <Button onClick={() => set(undefined)}>Remove the Region</Button>
      </div>
    )
  }
  return <RegionField label="Region of the bucket" value={region} whyNot={() => null} onChoose={set} />
}
