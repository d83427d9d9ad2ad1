import { type ClipboardEvent, useState } from 'react'
import { exampleNameOf, nameFits, typesOfName } from '../../../model/dns/aws-names'
import { isRecordType, RECORD_TYPES } from '../../../model/dns/record-types'
import { valueFault } from '../../../model/dns/value-fault'
import { type Endpoint, type EndpointType, isEndpointType } from '../../../model/endpoint'
import { isMalformed, isPlaceholder, type Loose, readable } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { addSecondValue, SEVERAL_VALUES_NOTE, valuesIn } from '../../../policy/edits/add-second-value'
import { quoted } from '../../../policy/edits/members'
import { updateEndpoint } from '../../../policy/edits/update-endpoint'
import { useApp } from '../../app-context'
import { ENDPOINT_WORDS } from '../../canvas/endpoint-words'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { TextField } from '../../kit/text-field'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'

const LABELS: Readonly<Record<EndpointType, string>> = {
  value: 'Value',
  cloudfront: 'Domain name of the distribution',
  'application-load-balancer': 'DNS name of the load balancer',
  'elastic-load-balancer': 'DNS name of the load balancer',
  'network-load-balancer': 'DNS name of the load balancer',
  'elastic-beanstalk': 'Domain name of the environment',
  's3-website': 'Name of the bucket, the same as the DNS name',
}

export interface EndpointValueProps {
  readonly endpoint: Endpoint
  /** Keeps the hint back, since problems that are shown already say it. */
  readonly silent: boolean
}

/** The one value of an endpoint; several pasted at once are offered as a multivalue answer. */
export function EndpointValue({ endpoint, silent }: EndpointValueProps) {
  const recordType = useApp(({ scenario }) => readable(scenario.policy.recordType))
  const { edit, change, settle } = useEdit()
  const [pasted, setPasted] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const { id, value } = endpoint
  const type = isEndpointType(endpoint.type) ? endpoint.type : 'value'
  const typed = valuesIn(recordType, readable(value) ?? '')
  const several = pasted.length > 0 ? pasted : type === 'value' && typed.length > 1 ? typed : []

  function setValue(text: string) {
    change(`Change value of ${quoted(id)}`, (policy) => updateEndpoint(policy, id, { value: text }), {
      coalesce: `value ${id}`,
    })
  }
  function paste(event: ClipboardEvent) {
    const values = valuesIn(recordType, event.clipboardData.getData('text'))
    if (type !== 'value' || values.length < 2) return
    event.preventDefault()
    setPasted(values)
  }
  function takeAll() {
    const [first = '', ...others] = several
    const edited = edit(`Give ${quoted(id)} ${several.length} values`, (policy) =>
      addSecondValue(updateEndpoint(policy, id, { value: first }), id, others),
    )
    setRefusal(edited.ok ? null : edited.reason)
    if (edited.ok) setPasted([])
  }
  function takeFirst() {
    setValue(several[0] ?? '')
    settle()
    setPasted([])
  }

  return (
    <>
      <TextField
        label={LABELS[type]}
        className={styles['wide']}
        placeholder={exampleOf(type, recordType)}
        value={isMalformed(value) ? spelled(value.malformed) : (value ?? '')}
        problem={silent || several.length > 0 ? null : hintOn(type, recordType, value)}
        onChange={setValue}
        onPaste={paste}
        onSettle={settle}
      />
      {several.length > 0 && (
        <Callout
          tone="note"
          actions={
            <>
              <Button look="primary" onClick={takeAll}>
                Make a multivalue answer of {several.length}
              </Button>
              <Button onClick={takeFirst}>Keep only {several[0]}</Button>
            </>
          }
        >
          These are {several.length} values. {SEVERAL_VALUES_NOTE}
        </Callout>
      )}
      {refusal !== null && <Callout tone="error">{refusal}</Callout>}
    </>
  )
}

function exampleOf(type: EndpointType, recordType: string | undefined): string {
  if (type !== 'value') return exampleNameOf(type)
  return isRecordType(recordType) ? RECORD_TYPES[recordType].example : ''
}

function hintOn(type: EndpointType, recordType: string | undefined, value: Loose<string>): string | null {
  if (value === undefined || value === '' || isPlaceholder(value)) return null
  if (isMalformed(value)) return 'A value is text.'
  if (type !== 'value') {
    return nameFits(type, value) ? null : `It should look like ${exampleNameOf(type)}.`
  }
  const fault = isRecordType(recordType) ? valueFault(recordType, value) : null
  const [meant] = typesOfName(value)
  if (fault === null || meant === undefined) return fault
  return `This is the name of an AWS resource: make the type ${ENDPOINT_WORDS[meant].full}.`
}
