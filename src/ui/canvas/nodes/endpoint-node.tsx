import { CircleArrowDown, Gauge, HeartOff, HeartPulse } from 'lucide-react'
import { memo } from 'react'
import { fullnessText, utilisationText } from '../../../analysis/capacity'
import { isRecordType, RECORD_TYPES } from '../../../model/dns/record-types'
import { ENDPOINT_TYPES, type Endpoint, isAlias, isEndpointType } from '../../../model/endpoint'
import { readable } from '../../../model/field'
import { setEndpointType, updateEndpoint } from '../../../policy/edits/update-endpoint'
import type { Policy } from '../../../policy/policy'
import { withEndpointDown } from '../../../scenario/scenario'
import { withPolicy } from '../../../scenario/with-policy'
import { remembered } from '../../../store/derived'
import { useApp, useAppStore } from '../../app-context'
import { type EndpointLook, endpointLooks } from '../../endpoint-colours'
import { Button } from '../../kit/button'
import { Select } from '../../kit/select'
import { Swatch } from '../../kit/swatch'
import { TextField } from '../../kit/text-field'
import { useOverCapacity } from '../../tuning/use-over-capacity'
import { checkedEndpoints } from '../checked-endpoints'
import { ENDPOINT_WORDS } from '../endpoint-words'
import type { NodeProps } from '../flow'
import type { EndpointNode } from '../flow-nodes'
import { useEndpointLight } from '../marks/use-trace'
import styles from './endpoint-node.module.css'
import { NodeFrame, NodeMenuButton, ProblemBadge } from './node-frame'
import { NodeSketch } from './node-sketch'
import { offerSeveral } from './offer-several'
import { TargetHandle } from './source-handle'
import { useSketched } from './use-sketched'

const looksOf = remembered(endpointLooks)

/** An endpoint: its look, whether it is up, its type and its value. */
export const EndpointNodeView = memo(function EndpointNodeView({ data, selected }: NodeProps<EndpointNode>) {
  const endpoint = useApp(({ scenario }) => scenario.policy.endpoints.get(data.endpoint))
  const light = useEndpointLight(data.endpoint)
  const look = useApp(({ scenario }) => looksOf(scenario.policy).get(data.endpoint))
  const sketched = useSketched()
  if (!endpoint) return null
  if (sketched) {
    return (
      <NodeSketch
        name={data.endpoint}
        handles={data.handles}
        selected={selected}
        light={light}
        colour={look?.colour}
      />
    )
  }
  return <EndpointBox endpoint={endpoint} selected={selected} light={light} look={look} />
})

interface EndpointBoxProps {
  readonly endpoint: Endpoint
  readonly selected: boolean
  readonly light: ReturnType<typeof useEndpointLight>
  readonly look: EndpointLook | undefined
}

function EndpointBox({ endpoint, selected, light, look }: EndpointBoxProps) {
  const { id } = endpoint
  const store = useAppStore()
  const hint = useValueHint(endpoint)
  const node = { kind: 'endpoint', id } as const

  const edit = (label: string, change: (policy: Policy) => Policy, coalesce?: string) =>
    store
      .getState()
      .commit(
        label,
        (scenario) => withPolicy(scenario, change(scenario.policy)),
        coalesce === undefined ? {} : { coalesce },
      )

  return (
    <NodeFrame node={node} selected={selected} light={light} className={styles['endpoint']}>
      <TargetHandle of="endpoint" />
      <span className={styles['marks']}>
        <ProblemBadge node={node} />
        <OverCapacityMark id={id} />
      </span>
      <div className={styles['line']}>
        <span className={styles['swatch']}>
          <Swatch look={look} />
        </span>
        <span className={styles['id']} title={id}>
          {id}
        </span>
        <CheckMark id={id} />
        <StateToggle id={id} />
        <NodeMenuButton node={node} />
      </div>
      <div className={`nodrag nokey ${styles['line'] ?? ''}`}>
        <TypeSelect
          endpoint={endpoint}
          onChange={(type) => edit(`Change type of ${id}`, (policy) => setEndpointType(policy, id, type))}
        />
        <TextField
          label={`Value of ${id}`}
          labelHidden
          className={styles['value']}
          placeholder={hint}
          title={readable(endpoint.value)}
          value={readable(endpoint.value) ?? ''}
          onChange={(value) =>
            edit(`Change value of ${id}`, (policy) => updateEndpoint(policy, id, { value }), `value ${id}`)
          }
          onSettle={() => {
            store.getState().settle()
            offerSeveral(store, id)
          }}
        />
      </div>
    </NodeFrame>
  )
}

/** What a value looks like: of the policy's record type, or a name of the AWS resource. */
function useValueHint(endpoint: Endpoint): string {
  return useApp(({ scenario }) => {
    const recordType = readable(scenario.policy.recordType)
    if (isAlias(endpoint)) return 'DNS name of the resource'
    return isRecordType(recordType) ? RECORD_TYPES[recordType].example : 'value'
  })
}

type TypeChange = Parameters<typeof setEndpointType>[2]

function TypeSelect(props: { readonly endpoint: Endpoint; readonly onChange: (type: TypeChange) => void }) {
  const type = readable(props.endpoint.type)
  const known = isEndpointType(type)
  const options = ENDPOINT_TYPES.map((each) => ({ value: each, label: ENDPOINT_WORDS[each].short }))
  return (
    <Select<TypeChange | ''>
      label={`Type of ${props.endpoint.id}`}
      labelHidden
      className={styles['type']}
      value={known ? type : ''}
      options={known ? options : [{ value: '', label: '?' }, ...options]}
      onChange={(next) => {
        if (next !== '') props.onChange(next)
      }}
    />
  )
}

/** Whether a query finds the endpoint up: a question to the policy, not a part of it. */
function StateToggle({ id }: { readonly id: string }) {
  const store = useAppStore()
  const down = useApp(({ scenario }) => scenario.world.down.has(id))
  const say = down ? `What if ${id} were up again?` : `What if ${id} were down?`
  return (
    <Button
      className={`nodrag nokey ${styles['state'] ?? ''}`}
      data-down={down}
      aria-pressed={down}
      aria-label={`${id} is down`}
      title={say}
      onClick={(event) => {
        event.stopPropagation()
        store
          .getState()
          .commit(`Mark ${id} ${down ? 'up' : 'down'}`, (scenario) => withEndpointDown(scenario, id, !down))
      }}
    >
      {down && <CircleArrowDown className={styles['sign']} aria-hidden />}
      {down ? 'Down' : 'Up'}
    </Button>
  )
}

/** Says that the endpoint gets more than it can take. */
function OverCapacityMark({ id }: { readonly id: string }) {
  const over = useOverCapacity(id)
  if (!over) return null
  const text = `Over capacity: ${utilisationText(over) ?? ''}`
  return (
    <span className={styles['over']} role="img" aria-label={text} title={text}>
      <Gauge aria-hidden /> {fullnessText(over.utilisation ?? 0)}
    </span>
  )
}

function CheckMark({ id }: { readonly id: string }) {
  const checked = useApp(({ scenario }) => checkedEndpoints(scenario.policy).get(id))
  const healthy = useApp(({ scenario: { world } }) => {
    const states = checked?.map(
      (check) => world.checks.get(check) ?? (world.down.has(id) ? 'unhealthy' : 'healthy'),
    )
    return states?.every((state) => state === 'healthy') ?? true
  })
  if (checked === undefined) return null
  const Icon = healthy ? HeartPulse : HeartOff
  const text = `${healthy ? 'Healthy' : 'Unhealthy'}: health check ${checked.join(', ')}`
  return <Icon className={styles['check']} data-healthy={healthy} role="img" aria-label={text} />
}
