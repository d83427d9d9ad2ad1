import {
  allowsAlias,
  allowsMultivalue,
  isRecordType,
  RECORD_TYPES,
  type RecordType,
} from '../../../model/dns/record-types'
import { isMalformed } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { setRecordType } from '../../../policy/edits/update-endpoint'
import { useApp } from '../../app-context'
import { Select } from '../../kit/select'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'

/** The one DNS type of every record that the policy makes, and what that type allows. */
export function RecordTypeField() {
  const recordType = useApp(({ scenario }) => scenario.policy.recordType)
  const { change } = useEdit()
  const known = isRecordType(recordType)
  const written = isMalformed(recordType) ? spelled(recordType.malformed) : recordType
  const unknown = known
    ? []
    : [
        {
          value: '',
          label: written === undefined ? 'Choose a type' : `${written} (not possible)`,
          disabled: true,
        },
      ]
  const types = Object.keys(RECORD_TYPES).filter(isRecordType)

  return (
    <Select
      label="Record type"
      className={styles['type']}
      value={known ? recordType : ''}
      options={[...unknown, ...types.map((type) => ({ value: type, label: typeText(type) }))]}
      onChange={(type) => change(`Change record type to ${type}`, (policy) => setRecordType(policy, type))}
    />
  )
}

function typeText(type: RecordType): string {
  if (!allowsMultivalue(type)) return `${type} – no multivalue answer, no AWS resources`
  return allowsAlias(type) ? `${type} – values and AWS resources` : `${type} – values only`
}
