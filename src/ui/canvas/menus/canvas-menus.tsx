import { changeRuleType } from '../../../policy/edits/change-rule-type'
import { whyNotInsert } from '../../../policy/edits/insert-rule'
import { connectionsTo } from '../../../policy/graph'
import type { Policy } from '../../../policy/policy'
import { RULES, type RuleType } from '../../../rules'
import { useApp, useAppStore } from '../../app-context'
import { OpenMenu } from '../../kit/open-menu'
import { useCanvas, useCanvasState } from '../canvas-context'
import type { CanvasMenu } from '../canvas-state'
import type { CanvasCommands } from '../commands/canvas-commands'
import { droppedText, nodeText } from '../names'
import { targetOf } from '../origin'
import { branchItems } from './branch-items'
import { type ChoiceGroup, ChoiceMenu } from './choice-menu'
import { connectChoices, ruleChoices } from './connect-choices'
import { nodeItems } from './node-items'

/** The one menu that is open, if any. */
export function CanvasMenus() {
  const { store, commands } = useCanvas()
  const app = useAppStore()
  const menu = useCanvasState((state) => state.menu)
  const policy = useApp(({ scenario }) => scenario.policy)
  if (menu === null) return null

  // A menu that is chosen from may have opened the next one.
  const close = () => {
    if (store.getState().menu === menu) store.getState().openMenu(null)
  }
  if (menu.kind === 'node') {
    const items = nodeItems(policy, menu.node, menu.at, store, commands)
    return <OpenMenu label={`Menu of ${nodeText(menu.node)}`} at={menu.at} items={items} onClose={close} />
  }
  if (menu.kind === 'branch') {
    const items = branchItems(policy, menu.from, menu.at, app, store, commands)
    return <OpenMenu label="Menu of the branch" at={menu.at} items={items} onClose={close} />
  }
  const { title, groups } = question(policy, commands, menu)
  return <ChoiceMenu key={title} title={title} at={menu.at} groups={groups} onClose={close} />
}

type Question = Exclude<CanvasMenu, { kind: 'node' | 'branch' }>

function question(
  policy: Policy,
  commands: CanvasCommands,
  menu: Question,
): { readonly title: string; readonly groups: readonly ChoiceGroup[] } {
  switch (menu.kind) {
    case 'connect':
      return {
        title: `Connect ${menu.from === null ? 'the start' : menu.from.rule} to`,
        groups: connectChoices(policy, commands, menu.from, menu.place),
      }
    case 'insert': {
      const target = targetOf(policy, menu.from)
      const whyNot = (type: RuleType) =>
        target && (whyNotInsert(policy, target, type, [menu.from])?.reason ?? null)
      return {
        title: `Insert a rule before ${nodeText(target)}`,
        groups: rules(whyNot, (type) => commands.insert(menu.from, type)),
      }
    }
    case 'wrap': {
      const sources = connectionsTo(policy, menu.node).map(({ from }) => from)
      return {
        title: `Wrap ${menu.node.id} in a rule`,
        groups: rules(
          (type) => whyNotInsert(policy, menu.node, type, sources)?.reason ?? null,
          (type) => commands.wrap(menu.node.id, type),
        ),
      }
    }
    case 'change-type':
      return {
        title: `Change the type of ${menu.rule}`,
        groups: rules(
          (type) => whyNotType(policy, menu.rule, type),
          (type) => commands.changeType(menu.rule, type),
          (type) => typeDetail(policy, menu.rule, type),
        ),
      }
  }
}

function rules(
  whyNot: (type: RuleType) => string | null,
  choose: (type: RuleType) => void,
  detailOf?: (type: RuleType) => string,
) {
  return [{ title: 'Rule types', choices: ruleChoices(whyNot, (type) => () => choose(type), detailOf) }]
}

function typeDetail(policy: Policy, rule: string, type: RuleType): string {
  const edited = changeRuleType(policy, rule, type, 'nest')
  if (!edited.ok || edited.dropped.length === 0) return RULES[type].summary
  return `Drops ${droppedText(edited.dropped)}.`
}

// Too many branches for a failover rule is no refusal yet: the command offers a way.
function whyNotType(policy: Policy, rule: string, type: RuleType): string | null {
  if (policy.rules.get(rule)?.type === type) return 'It is of this type already.'
  const edited = changeRuleType(policy, rule, type, 'nest')
  return edited.ok ? null : edited.reason
}
