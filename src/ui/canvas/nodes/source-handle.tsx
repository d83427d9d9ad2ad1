import { clsx } from 'clsx'
import { useApp } from '../../app-context'
import { Handle, Position } from '../flow'
import { HANDLE } from '../flow-id'
import { type Origin, targetOf } from '../origin'
import styles from './handle.module.css'

export interface SourceHandleProps {
  readonly id: string
  /** What leads away here, for its title. */
  readonly label: string
  readonly origin: Origin
}

/** The dot that a connection is drawn from: drag it, or press it and then what it shall lead to. */
export function SourceHandle({ id, label, origin }: SourceHandleProps) {
  const free = useApp(
    ({ scenario }) =>
      (origin === null || origin.branch !== null) && targetOf(scenario.policy, origin) === null,
  )
  const isNew = id === HANDLE.new
  return (
    <Handle
      type="source"
      position={Position.Right}
      id={id}
      className={clsx(styles['handle'], styles['source'], isNew && styles['new'])}
      data-free={free || undefined}
      title={isNew ? `Draw one more branch from ${label}` : `Draw a connection from ${label}`}
    />
  )
}

/** The dot that stands for the branches that a folded rule does not show. */
export function FoldHandle() {
  return (
    <Handle
      type="source"
      position={Position.Right}
      id={HANDLE.fold}
      isConnectable={false}
      className={clsx(styles['handle'], styles['source'], styles['fold'])}
    />
  )
}

/** Where connections arrive. */
export function TargetHandle({ of }: { readonly of: 'rule' | 'endpoint' }) {
  return (
    <Handle
      type="target"
      position={Position.Left}
      id={HANDLE.in}
      isConnectableStart={false}
      className={clsx(styles['handle'], styles['target'])}
      data-of={of}
    />
  )
}
