import { ArrowDown, ArrowRight, ArrowUp, Cable, GitBranchPlus, Trash2, Unlink } from 'lucide-react'
import type { ConnectionSource } from '../../../policy/edits/can-connect'
import type { Policy } from '../../../policy/policy'
import { definitionOf } from '../../../rules'
import type { AppStore } from '../../../store/app-store'
import type { MenuItem } from '../../kit/menu-item'
import type { CanvasStore, Point } from '../canvas-state'
import type { CanvasCommands } from '../commands/canvas-commands'

/** What can be done with a branch. */
export function branchItems(
  policy: Policy,
  from: NonNullable<ConnectionSource>,
  at: Point,
  store: AppStore,
  canvas: CanvasStore,
  commands: CanvasCommands,
): readonly (MenuItem | null)[] {
  const rule = policy.rules.get(from.rule)
  const index = rule?.branches.findIndex(({ id }) => id === from.branch) ?? -1
  const branch = rule?.branches[index]
  if (!rule || !branch) return []
  const { target } = branch
  const open = canvas.getState().openMenu
  const pair = definitionOf(rule).form.kind === 'pair'
  return [
    {
      key: 'connect',
      label: target === null ? 'Connect to…' : 'Connect to something else…',
      icon: <Cable />,
      onSelect: () => open({ kind: 'connect', from, at, place: null }),
    },
    {
      key: 'insert',
      label: 'Insert a rule…',
      icon: <GitBranchPlus />,
      disabled: target === null,
      onSelect: () => open({ kind: 'insert', from, at }),
    },
    {
      key: 'go',
      label: target === null ? 'Go to what it leads to' : `Go to ${target.id}`,
      icon: <ArrowRight />,
      disabled: target === null,
      onSelect: () => {
        if (target) store.getState().select([target])
      },
    },
    null,
    {
      key: 'up',
      label: pair ? 'Swap primary and secondary' : 'Move up',
      icon: <ArrowUp />,
      disabled: !pair && index === 0,
      onSelect: () => commands.moveBranch(from.rule, from.branch, pair ? 1 - index : index - 1),
    },
    ...(pair
      ? []
      : [
          {
            key: 'down',
            label: 'Move down',
            icon: <ArrowDown />,
            disabled: index === rule.branches.length - 1,
            onSelect: () => commands.moveBranch(from.rule, from.branch, index + 1),
          },
        ]),
    null,
    {
      key: 'disconnect',
      label: 'Disconnect',
      icon: <Unlink />,
      disabled: target === null,
      onSelect: () => commands.disconnect(from),
    },
    {
      key: 'remove',
      label: pair ? 'Empty this side' : 'Remove branch',
      icon: <Trash2 />,
      onSelect: () => commands.removeBranch(from.rule, from.branch),
    },
  ]
}
