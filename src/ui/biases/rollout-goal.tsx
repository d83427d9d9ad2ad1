import { biasText } from '../../analysis/words'
import { NumberField } from '../kit/number-field'
import styles from './biases.module.css'
import { branchKey, useDesk, withEntry } from './desk'
import type { TunedRule } from './tuned-rule'

export interface RolloutGoalProps {
  readonly rule: TunedRule
  /** The bias that each location shall have in the end. */
  readonly goal: readonly number[]
}

/** The biases that a rollout shall lead to, beside the present ones. */
export function RolloutGoal({ rule, goal }: RolloutGoalProps) {
  const goals = useDesk((desk) => desk.goal)
  return (
    <table className={styles['table']}>
      <caption>Biases</caption>
      <thead>
        <tr>
          <th scope="col">Location</th>
          <th scope="col">Now</th>
          <th scope="col">Goal</th>
        </tr>
      </thead>
      <tbody>
        {rule.locations.map(({ branch, name, bias }, index) => (
          <tr key={branch} data-changed={goal[index] !== bias}>
            <th scope="row">{name}</th>
            <td>{biasText(bias)}</td>
            <td>
              <NumberField
                label={`Goal for the bias of ${name}`}
                labelHidden
                className={styles['limit']}
                value={goal[index] ?? bias}
                min={-99}
                max={99}
                onChange={(next) =>
                  useDesk.setState({ goal: withEntry(goals, branchKey(rule.id, branch), next) })
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
