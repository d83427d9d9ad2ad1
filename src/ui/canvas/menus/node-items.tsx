import { Cable, Copy, GitBranchPlus, Play, Replace, Trash2, Unlink, WrapText } from 'lucide-react'
import type { Target } from '../../../model/address'
import { sameTarget } from '../../../model/address'
import type { Policy } from '../../../policy/policy'
import { definitionOf } from '../../../rules'
import type { MenuItem } from '../../kit/menu-item'
import { keysText } from '../../shell/keys'
import type { CanvasStore, Point } from '../canvas-state'
import type { CanvasCommands } from '../commands/canvas-commands'

/** What can be done with a node; null is the start node. */
export function nodeItems(
  policy: Policy,
  node: Target | null,
  at: Point,
  canvas: CanvasStore,
  commands: CanvasCommands,
): readonly (MenuItem | null)[] {
  const open = canvas.getState().openMenu
  if (node === null) return startItems(policy, at, canvas, commands)
  const rule = node.kind === 'rule' ? policy.rules.get(node.id) : undefined
  const ofRule: readonly (MenuItem | null)[] =
    rule === undefined
      ? []
      : [
          ...(definitionOf(rule).form.kind === 'list'
            ? [
                {
                  key: 'connect',
                  label: 'Connect a new branch to…',
                  icon: <Cable />,
                  onSelect: () =>
                    open({ kind: 'connect', from: { rule: node.id, branch: null }, at, place: null }),
                },
                {
                  key: 'add',
                  label: 'Add branch',
                  icon: <GitBranchPlus />,
                  onSelect: () => commands.addBranch(node.id),
                },
              ]
            : []),
          {
            key: 'type',
            label: 'Change type, keeping branches…',
            icon: <Replace />,
            onSelect: () => open({ kind: 'change-type', rule: node.id, at }),
          },
        ]
  const ofEndpoint: readonly (MenuItem | null)[] =
    node.kind === 'endpoint'
      ? [
          {
            key: 'wrap',
            label: 'Wrap in a rule…',
            icon: <WrapText />,
            onSelect: () => open({ kind: 'wrap', node, at }),
          },
        ]
      : []
  return [
    ...ofRule,
    ...ofEndpoint,
    {
      key: 'start',
      label: 'Start here',
      icon: <Play />,
      disabled: sameTarget(policy.start, node),
      onSelect: () => commands.setStart(node),
    },
    null,
    {
      key: 'duplicate',
      label: 'Duplicate',
      icon: <Copy />,
      shortcut: keysText('Mod+D'),
      onSelect: () => commands.duplicate([node]),
    },
    {
      key: 'delete',
      label: 'Delete',
      icon: <Trash2 />,
      shortcut: 'Del',
      onSelect: () => commands.deleteNodes([node]),
    },
  ]
}

function startItems(
  policy: Policy,
  at: Point,
  canvas: CanvasStore,
  commands: CanvasCommands,
): readonly MenuItem[] {
  return [
    {
      key: 'connect',
      label: 'Connect to…',
      icon: <Cable />,
      onSelect: () => canvas.getState().openMenu({ kind: 'connect', from: null, at, place: null }),
    },
    {
      key: 'insert',
      label: 'Insert a rule…',
      icon: <GitBranchPlus />,
      disabled: policy.start === null,
      onSelect: () => canvas.getState().openMenu({ kind: 'insert', from: null, at }),
    },
    {
      key: 'disconnect',
      label: 'Disconnect',
      icon: <Unlink />,
      disabled: policy.start === null,
      onSelect: () => commands.disconnect(null),
    },
  ]
}
