import { endpointFit } from '../../../model/dns/endpoint-types'
import { isRecordType } from '../../../model/dns/record-types'
import { ENDPOINT_TYPES, type Endpoint, type EndpointType, isEndpointType } from '../../../model/endpoint'
import { readable } from '../../../model/field'
import { quoted } from '../../../policy/edits/members'
import { setEndpointType } from '../../../policy/edits/update-endpoint'
import { connectionsTo } from '../../../policy/graph'
import type { Policy } from '../../../policy/policy'
import { definitionOf } from '../../../rules'
import { useApp } from '../../app-context'
import { ENDPOINT_WORDS } from '../../canvas/endpoint-words'
import { Select } from '../../kit/select'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'

/** The type of an endpoint; what the record type or a rule above has no room for says so. */
export function EndpointTypeField({ endpoint }: { readonly endpoint: Endpoint }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { change } = useEdit()
  const { id } = endpoint
  const written = readable(endpoint.type)
  const unknown = isEndpointType(endpoint.type)
    ? []
    : [{ value: '', label: written === undefined ? 'Choose a type' : `${written} (unknown)`, disabled: true }]

  return (
    <Select
      label="Type"
      className={styles['type']}
      value={isEndpointType(endpoint.type) ? endpoint.type : ''}
      options={[...unknown, ...ENDPOINT_TYPES.map((type) => typeOption(policy, endpoint, type))]}
      onChange={(type) => {
        if (!isEndpointType(type)) return
        change(`Make ${quoted(id)} ${phrase(type)}`, (before) => setEndpointType(before, id, type))
      }}
    />
  )
}

function typeOption(policy: Policy, endpoint: Endpoint, type: EndpointType) {
  const remark = type === endpoint.type ? null : remarkOn(policy, endpoint, type)
  const name = ENDPOINT_WORDS[type].full
  return {
    value: type,
    label: remark === null ? name : `${name} (${remark.text})`,
    disabled: remark?.refused ?? false,
  }
}

/** What is to be said of a type for this endpoint, and whether it is out of the question. */
function remarkOn(
  policy: Policy,
  { id }: Endpoint,
  type: EndpointType,
): { readonly text: string; readonly refused: boolean } | null {
  const { recordType } = policy
  const fit = isRecordType(recordType) ? endpointFit(type, recordType) : 'fits'
  if (fit === 'refused') return { text: `not with record type ${readable(recordType) ?? ''}`, refused: true }
  const holder = connectionsTo(policy, { kind: 'endpoint', id }).find(({ from }) => {
    const rule = from && policy.rules.get(from.rule)
    return rule && definitionOf(rule).endpointsOnly
  })
  if (holder?.from && type !== 'value') {
    return { text: `not in the multivalue answer ${holder.from.rule}`, refused: true }
  }
  return fit === 'doubtful' ? { text: 'AWS’s pages disagree on it', refused: false } : null
}

function phrase(type: EndpointType): string {
  return type === 'value' ? 'a plain value' : `an alias: ${ENDPOINT_WORDS[type].full}`
}
