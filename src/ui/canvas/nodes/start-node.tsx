import { Play } from 'lucide-react'
import { memo } from 'react'
import { RECORD_TYPES } from '../../../model/dns/record-types'
import { readable } from '../../../model/field'
import { setRecordType } from '../../../policy/edits/update-endpoint'
import type { PolicyRecord } from '../../../scenario/scenario'
import { withPolicy } from '../../../scenario/with-policy'
import { useApp, useAppStore } from '../../app-context'
import { NumberField } from '../../kit/number-field'
import { Select } from '../../kit/select'
import { TextField } from '../../kit/text-field'
import type { NodeProps } from '../flow'
import { HANDLE } from '../flow-id'
import type { StartNode } from '../flow-nodes'
import { useConnectionLight } from '../marks/use-trace'
import { NodeFrame, ProblemBadge } from './node-frame'
import { SourceHandle } from './source-handle'
import styles from './start-node.module.css'

const TYPES = Object.keys(RECORD_TYPES)
const LARGEST_TTL = 2_147_483_647

/** Where every query comes in: the policy record's name and TTL, and the policy's record type. */
export const StartNodeView = memo(function StartNodeView({ selected }: NodeProps<StartNode>) {
  const store = useAppStore()
  const record = useApp(({ scenario }) => scenario.record)
  const recordType = useApp(({ scenario }) => readable(scenario.policy.recordType) ?? '')
  const light = useConnectionLight(null)
  const types = TYPES.includes(recordType) ? TYPES : [recordType, ...TYPES]

  const settle = () => store.getState().settle()
  function changeRecord(label: string, change: Partial<PolicyRecord>, coalesce: string) {
    store
      .getState()
      .commit(label, (scenario) => ({ ...scenario, record: { ...scenario.record, ...change } }), { coalesce })
  }

  return (
    <NodeFrame node={null} selected={selected} light={light} className={styles['start']}>
      <div className={styles['line']}>
        <span className={styles['flag']} title="Start: every query comes in here">
          <Play size={16} aria-hidden />
        </span>
        <TextField
          label="DNS name of the policy record"
          labelHidden
          className={`nodrag nokey ${styles['name'] ?? ''}`}
          title={record.name}
          value={record.name}
          onChange={(name) => changeRecord('Change DNS name', { name }, 'record-name')}
          onSettle={settle}
        />
        <span className={styles['badge']}>
          <ProblemBadge node={null} />
        </span>
      </div>
      <div className={`nodrag nokey ${styles['line'] ?? ''}`}>
        <Select
          label="Record type"
          labelHidden
          className={styles['type']}
          value={recordType}
          options={types.map((type) => ({ value: type, label: type === '' ? '?' : type }))}
          onChange={(type) =>
            store
              .getState()
              .commit(`Change record type to ${type}`, (scenario) =>
                withPolicy(scenario, setRecordType(scenario.policy, type)),
              )
          }
        />
        <span className={styles['word']} aria-hidden>
          TTL
        </span>
        <NumberField
          label="TTL in seconds"
          labelHidden
          className={styles['ttl']}
          value={record.ttl}
          min={0}
          max={LARGEST_TTL}
          unit="s"
          onChange={(ttl) => changeRecord('Change TTL', { ttl }, 'record-ttl')}
          onSettle={settle}
        />
      </div>
      <SourceHandle id={HANDLE.start} label="the start" origin={null} />
    </NodeFrame>
  )
})
