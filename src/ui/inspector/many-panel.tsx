import { BoxSelect } from 'lucide-react'
import type { Target } from '../../model/address'
import { useApp, useAppStore } from '../app-context'
import { targetDetail } from './branches/target-options'
import styles from './inspector.module.css'
import { PanelHeader } from './panel-header'

/** Several nodes at once. */
export function ManyPanel({ nodes }: { readonly nodes: readonly Target[] }) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  return (
    <>
      <PanelHeader icon={<BoxSelect size={16} />} title={`${countText(nodes)} selected`} nodes={nodes} />
      <ul className={styles['links']}>
        {nodes.map((node) => (
          <li key={`${node.kind} ${node.id}`}>
            <button type="button" onClick={() => store.getState().select([node])}>
              {node.id} <span className={styles['detail']}>{targetDetail(policy, node)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function countText(nodes: readonly Target[]): string {
  const rules = nodes.filter(({ kind }) => kind === 'rule').length
  const endpoints = nodes.length - rules
  const parts = [
    ...(rules > 0 ? [`${rules} ${rules === 1 ? 'rule' : 'rules'}`] : []),
    ...(endpoints > 0 ? [`${endpoints} ${endpoints === 1 ? 'endpoint' : 'endpoints'}`] : []),
  ]
  return parts.join(' and ')
}
