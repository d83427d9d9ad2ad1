import { useState } from 'react'
import type { Endpoint } from '../../../model/endpoint'
import { readable } from '../../../model/field'
import { addSecondValue, SEVERAL_VALUES_NOTE, valuesIn } from '../../../policy/edits/add-second-value'
import { quoted } from '../../../policy/edits/members'
import { useApp } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { Dialog } from '../../kit/dialog'
import { TextArea } from '../../kit/text-area'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'

export interface FurtherValuesDialogProps {
  readonly endpoint: Endpoint
  readonly onClose: () => void
}

/** The dialog for further values, which says what a multivalue answer is. */
export function FurtherValuesDialog({ endpoint, onClose }: FurtherValuesDialogProps) {
  return (
    <Dialog
      title={`Further values beside ${quoted(endpoint.id)}`}
      description={SEVERAL_VALUES_NOTE}
      open
      onOpenChange={onClose}
    >
      <FurtherValuesForm endpoint={endpoint} onClose={onClose} />
    </Dialog>
  )
}

function FurtherValuesForm({ endpoint, onClose }: FurtherValuesDialogProps) {
  const recordType = useApp(({ scenario }) => readable(scenario.policy.recordType))
  const { edit } = useEdit()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const values = valuesIn(recordType, text)
  const { id } = endpoint

  function add() {
    const edited = edit(`Add ${countText(values.length)} beside ${quoted(id)}`, (policy) =>
      addSecondValue(policy, id, values),
    )
    if (edited.ok) onClose()
    else setRefusal(edited.reason)
  }

  return (
    <>
      <TextArea label="One value on each line" rows={4} value={text} onChange={setText} autoFocus />
      {refusal !== null && <Callout tone="error">{refusal}</Callout>}
      <div className={styles['end']}>
        <Button look="primary" disabled={values.length === 0} onClick={add}>
          Add {countText(values.length)}
        </Button>
      </div>
    </>
  )
}

function countText(count: number): string {
  return count === 1 ? '1 value' : `${count} values`
}
