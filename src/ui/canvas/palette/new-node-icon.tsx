import { Server } from 'lucide-react'
import { RULE_VIEWS } from '../../rule-views'
import type { NewNode } from '../commands/add-commands'

/** The sign of a kind of node. */
export function NewNodeIcon({ kind, size = 16 }: { readonly kind: NewNode; readonly size?: number }) {
  if (kind === 'endpoint') return <Server size={size} aria-hidden />
  const { Icon } = RULE_VIEWS[kind]
  return <Icon size={size} />
}
