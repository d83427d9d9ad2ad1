import { Waypoints } from 'lucide-react'
import { nodeKey } from '../../../scenario/scenario'
import { useApp } from '../../app-context'
import { useNodeProblems } from '../../canvas/marks/use-problem-marks'
import { TargetField } from '../branches/target-field'
import styles from '../form.module.css'
import { PanelHeader } from '../panel-header'
import { SelectionProblems } from '../selection-problems'
import { ApexWays } from './apex-ways'
import { FormatVersionField } from './format-version-field'
import { PolicyCounts } from './policy-counts'
import { RecordForm } from './record-form'
import { RecordTypeField } from './record-type-field'

/** The properties of the policy: what the start stands for. */
export function PolicyPanel() {
  const start = useApp(({ scenario }) => scenario.policy.start)
  const problems = useNodeProblems(nodeKey(null))
  return (
    <>
      <PanelHeader icon={<Waypoints size={16} />} title="Policy" nodes={[]} />
      <SelectionProblems problems={problems} />
      <ApexWays />
      <div className={styles['form']}>
        <div className={styles['row']}>
          <TargetField from={null} target={start} name="the start" label="Start leads to" />
          <RecordTypeField />
        </div>
        <PolicyCounts />
      </div>
      <RecordForm />
      <FormatVersionField />
    </>
  )
}
