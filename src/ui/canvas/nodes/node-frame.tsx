import { clsx } from 'clsx'
import { CircleAlert, EllipsisVertical, Info, TriangleAlert } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { Target } from '../../../model/address'
import type { Problem } from '../../../model/problem'
import { nodeKey } from '../../../scenario/scenario'
import { IconButton } from '../../kit/button'
import { useCanvas, useCanvasState } from '../canvas-context'
import { countOfWorst, worstOf } from '../marks/problem-marks'
import { useNodeProblems } from '../marks/use-problem-marks'
import type { Light } from '../marks/use-trace'
import { nodeText } from '../names'
import styles from './node-frame.module.css'

export interface NodeFrameProps {
  readonly node: Target | null
  readonly selected: boolean
  readonly light: Light | 'blackholed' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** The box of a node: selected, lit, or out of question for the connection being drawn. */
export function NodeFrame({ node, selected, light, className, children }: NodeFrameProps) {
  const refused = useCanvasState(({ drawing }) => drawing?.refusals.has(nodeKey(node)) ?? false)
  return (
    <div
      className={clsx(styles['frame'], className)}
      data-light={light}
      data-selected={selected || undefined}
      data-refused={refused || undefined}
    >
      {children}
    </div>
  )
}

const SEVERITY_ICON = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

/** How many problems a node has of the worst kind that it has, and which there are. */
export function ProblemBadge({ node }: { readonly node: Target | null }) {
  const problems = useNodeProblems(nodeKey(node))
  if (problems.length === 0) return null
  const severity = worstOf(problems)
  const Icon = SEVERITY_ICON[severity]
  return (
    <span className={styles['badge']} data-severity={severity} role="img" {...problemText(problems)}>
      <Icon />
      {countOfWorst(problems)}
    </span>
  )
}

/** Title and name of a mark that stands for problems. */
export function problemText(problems: readonly Problem[]) {
  const text = problems.map(({ severity, message }) => `${severity}: ${message}`).join('\n')
  return { title: text, 'aria-label': text }
}

/** Opens the menu of what a node can do. */
export function NodeMenuButton({ node }: { readonly node: Target | null }) {
  const { store } = useCanvas()
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    store.getState().openMenu({ kind: 'node', node, at: { x: left, y: bottom } })
  }
  return (
    <IconButton
      label={`Menu of ${nodeText(node)}`}
      className={clsx('nodrag', 'nokey', styles['small'])}
      aria-haspopup="menu"
      onClick={open}
    >
      <EllipsisVertical />
    </IconButton>
  )
}
