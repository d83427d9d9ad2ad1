import type { ReactNode } from 'react'
import type { Target } from '../../model/address'
import styles from './inspector.module.css'
import { NodeActions } from './node-actions'

export interface PanelHeaderProps {
  readonly icon: ReactNode
  readonly title: string
  /** A word on what is selected, behind the title. */
  readonly remark?: ReactNode
  /** What can be duplicated and deleted. */
  readonly nodes: readonly Target[]
}

/** What is selected, and what can be done with the whole of it. */
export function PanelHeader({ icon, title, remark, nodes }: PanelHeaderProps) {
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']}>
        <span aria-hidden>{icon}</span> {title} {remark}
      </h2>
      {nodes.length > 0 && <NodeActions nodes={nodes} />}
    </header>
  )
}
