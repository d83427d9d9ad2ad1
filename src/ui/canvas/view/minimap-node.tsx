import { remembered } from '../../../store/derived'
import { useApp } from '../../app-context'
import { endpointLooks } from '../../endpoint-colours'
import type { MiniMapNodeProps } from '../flow'
import { targetOfFlowId } from '../flow-id'

const looksOf = remembered(endpointLooks)

/** A node in the overview: endpoints in their own colours. */
export function MinimapNode({ id, x, y, width, height, selected, borderRadius }: MiniMapNodeProps) {
  const colour = useApp(({ scenario }) => {
    const target = targetOfFlowId(id)
    return target?.kind === 'endpoint' ? looksOf(scenario.policy).get(target.id)?.colour : undefined
  })
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={borderRadius}
      fill={colour ?? 'var(--line-strong)'}
      stroke={selected ? 'var(--accent)' : 'none'}
      strokeWidth={12}
    />
  )
}
