import { TriangleAlert } from 'lucide-react'
import { isOverCapacity, utilisationText } from '../../../analysis/capacity'
import type { EndpointId } from '../../../model/address'
import { CapacityField } from '../../capacity-field'
import { useUtilisations } from '../../tuning/use-over-capacity'
import styles from '../form.module.css'

/** What the endpoint can take, and how much of that the demand takes. */
export function EndpointCapacity({ endpoint }: { readonly endpoint: EndpointId }) {
  const utilisation = useUtilisations().get(endpoint)
  const text = utilisation && utilisationText(utilisation)
  const over = utilisation !== undefined && isOverCapacity(utilisation)
  return (
    <div className={styles['row']}>
      <CapacityField endpoint={endpoint} />
      <p className={styles['note']} data-over={over}>
        {over && <TriangleAlert aria-hidden />}
        {text ??
          'Percent of the demand, or a load. The Tune tab shows how full it is, and counts in which unit.'}
      </p>
    </div>
  )
}
