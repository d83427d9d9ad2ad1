import type { Target } from '../../../model/address'
import { type Endpoint, isEndpointType } from '../../../model/endpoint'
import { nodeKey, withEndpointDown } from '../../../scenario/scenario'
import { useApp, useAppStore } from '../../app-context'
import { ENDPOINT_WORDS } from '../../canvas/endpoint-words'
import { useNodeProblems } from '../../canvas/marks/use-problem-marks'
import { endpointLooks } from '../../endpoint-colours'
import { Swatch } from '../../kit/swatch'
import { Switch } from '../../kit/switch'
import styles from '../form.module.css'
import { IdField } from '../id-field'
import { PanelHeader } from '../panel-header'
import { SelectionProblems } from '../selection-problems'
import { UsedBy } from '../used-by'
import { EndpointCapacity } from './endpoint-capacity'
import { EndpointRegion } from './endpoint-region'
import { EndpointTypeField } from './endpoint-type-field'
import { EndpointValue } from './endpoint-value'
import { FurtherValues } from './further-values'
import { WrapMenu } from './wrap-menu'

/** The properties of an endpoint. */
export function EndpointPanel({ endpoint }: { readonly endpoint: Endpoint }) {
  const store = useAppStore()
  const { id, type } = endpoint
  const node: Target = { kind: 'endpoint', id }
  const policy = useApp(({ scenario }) => scenario.policy)
  const down = useApp(({ scenario }) => scenario.world.down.has(id))
  const problems = useNodeProblems(nodeKey(node))
  const title =
    isEndpointType(type) && type !== 'value' ? `Endpoint · ${ENDPOINT_WORDS[type].full}` : 'Endpoint'

  return (
    <>
      <PanelHeader icon={<Swatch look={endpointLooks(policy).get(id)} />} title={title} nodes={[node]} />
      <SelectionProblems problems={problems} />
      <div className={styles['form']}>
        <div className={styles['row']}>
          <IdField node={node} />
          <EndpointTypeField endpoint={endpoint} />
        </div>
        <EndpointValue key={`value ${id}`} endpoint={endpoint} silent={problems.length > 0} />
        <EndpointRegion endpoint={endpoint} />
        <EndpointCapacity key={`capacity ${id}`} endpoint={id} />
        <div className={styles['row']}>
          <FurtherValues key={`more ${id}`} endpoint={endpoint} />
          <WrapMenu endpoint={endpoint} />
        </div>
        <div className={styles['switch']}>
          <Switch
            label="Up"
            checked={!down}
            onChange={(up) =>
              store
                .getState()
                .commit(`Mark ${id} ${up ? 'up' : 'down'}`, (scenario) => withEndpointDown(scenario, id, !up))
            }
          />
          <p className={styles['note']}>
            {down
              ? 'Down: its health checks fail, and a branch without one goes on sending users here.'
              : 'A trial for queries and the map; nothing of it is in the policy.'}
          </p>
        </div>
      </div>
      <UsedBy node={node} />
    </>
  )
}
