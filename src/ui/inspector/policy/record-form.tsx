import { useEffect } from 'react'
import type { PolicyRecord } from '../../../scenario/scenario'
import { proposedZoneOf } from '../../../store/propose-zone'
import { useApp, useAppStore } from '../../app-context'
import { NumberField } from '../../kit/number-field'
import { TextField } from '../../kit/text-field'
import styles from '../form.module.css'
import inspectorStyles from '../inspector.module.css'

const LONGEST_TTL = 2_147_483_647

/** The policy record: the DNS name that answers by the policy. It is not in the policy's document. */
export function RecordForm() {
  const store = useAppStore()
  const record = useApp(({ scenario }) => scenario.record)
  const proposedZone = useApp((state) => state.proposedZone)
  const settle = () => store.getState().settle()

  useEffect(() => {
    let wanted = true
    void proposedZoneOf(record.name).then((zone) => {
      if (wanted) store.getState().proposeZone(zone)
    })
    return () => {
      wanted = false
    }
  }, [record.name, store])

  function change(what: string, changes: Partial<PolicyRecord>) {
    store
      .getState()
      .commit(`Change ${what}`, (scenario) => ({ ...scenario, record: { ...scenario.record, ...changes } }), {
        coalesce: `record ${what}`,
      })
  }

  return (
    <section className={inspectorStyles['section']} aria-label="Policy record">
      <h3>Policy record</h3>
      <div className={styles['row']}>
        <TextField
          label="DNS name"
          className={styles['grow']}
          placeholder="www.example.com"
          value={record.name}
          onChange={(name) => change('DNS name', { name })}
          onSettle={settle}
        />
        <TextField
          label="Hosted zone"
          className={styles['grow']}
          placeholder={proposedZone === null ? 'The zone of the name' : `${proposedZone} (proposed)`}
          value={record.hostedZone ?? ''}
          onChange={(zone) => change('hosted zone', { hostedZone: zone === '' ? null : zone })}
          onSettle={settle}
        />
        <NumberField
          label="TTL"
          className={styles['number']}
          unit="s"
          value={record.ttl}
          min={0}
          max={LONGEST_TTL}
          onChange={(ttl) => change('TTL', { ttl })}
          onSettle={settle}
        />
      </div>
      <p className={styles['note']}>
        {record.hostedZone === null && 'Without a hosted zone the public suffix list proposes one. '}
        The TTL counts for plain values; AWS resources have their own. AWS advises 60 s at most where health
        is checked.
      </p>
    </section>
  )
}
