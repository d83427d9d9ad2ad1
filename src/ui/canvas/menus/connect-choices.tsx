import type { Target } from '../../../model/address'
import { readable } from '../../../model/field'
import type { Edited } from '../../../policy/edits/edited'
import type { Policy } from '../../../policy/policy'
import { RULE_TYPES, RULES, type RuleType } from '../../../rules'
import type { Position } from '../../../scenario/scenario'
import { endpointLooks } from '../../endpoint-colours'
import { Swatch } from '../../kit/swatch'
import { RULE_VIEWS } from '../../rule-views'
import { addedTo, type NewNode } from '../commands/add-commands'
import type { CanvasCommands } from '../commands/canvas-commands'
import { connectFrom, type Origin, targetOf } from '../origin'
import { NewNodeIcon } from '../palette/new-node-icon'
import type { Choice, ChoiceGroup } from './choice-menu'

/** What an origin could lead to: something new, at a place if one is given, or what is there already. */
export function connectChoices(
  policy: Policy,
  commands: CanvasCommands,
  origin: Origin,
  place: Position | null,
): readonly ChoiceGroup[] {
  const whyNot = (kind: NewNode) => reasonOf(addedTo(policy, kind, origin))
  const addNew = (kind: NewNode) => () => commands.addAndConnect(kind, origin, place)
  return [
    {
      title: 'New',
      choices: [
        {
          key: 'new endpoint',
          label: 'Endpoint',
          detail: 'An address, a name or an AWS resource',
          icon: <NewNodeIcon kind="endpoint" />,
          refusal: whyNot('endpoint'),
          onChoose: addNew('endpoint'),
        },
        ...ruleChoices(whyNot, addNew),
      ],
    },
    { title: 'Already there', choices: existingChoices(policy, commands, origin) },
  ]
}

/** The rule types, each with why it cannot be chosen. */
export function ruleChoices(
  whyNot: (type: RuleType) => string | null,
  onChoose: (type: RuleType) => () => void,
  detailOf: (type: RuleType) => string = (type) => RULES[type].summary,
): readonly Choice[] {
  return RULE_TYPES.map((type) => ({
    key: `new ${type}`,
    label: RULES[type].title,
    detail: detailOf(type),
    icon: <NewNodeIcon kind={type} />,
    refusal: whyNot(type),
    onChoose: onChoose(type),
  }))
}

function existingChoices(policy: Policy, commands: CanvasCommands, origin: Origin): readonly Choice[] {
  const looks = endpointLooks(policy)
  const now = targetOf(policy, origin)
  const choiceOf = (target: Target, detail: string, icon: Choice['icon']): Choice => ({
    key: `${target.kind} ${target.id}`,
    label: target.id,
    detail,
    icon,
    refusal:
      now?.kind === target.kind && now.id === target.id
        ? 'It leads there already.'
        : reasonOf(connectFrom(policy, origin, target)),
    onChoose: () => commands.connect(origin, target),
  })
  const choices = [
    ...[...policy.endpoints.values()].map((endpoint) =>
      choiceOf(
        { kind: 'endpoint', id: endpoint.id },
        readable(endpoint.value) ?? 'endpoint',
        <Swatch look={looks.get(endpoint.id)} />,
      ),
    ),
    ...[...policy.rules].map(([id, rule]) => {
      const { Icon } = RULE_VIEWS[rule.type]
      return choiceOf({ kind: 'rule', id }, RULES[rule.type].title, <Icon size={16} />)
    }),
  ]
  return choices.toSorted((a, b) => Number(Boolean(a.refusal)) - Number(Boolean(b.refusal)))
}

function reasonOf(edited: Edited): string | null {
  return edited.ok ? null : edited.reason
}
