import { Network } from 'lucide-react'
import { readable } from '../../model/field'
import { setRuleText } from '../../policy/edits/rule-text'
import formStyles from '../../ui/inspector/form.module.css'
import { BlocksField } from '../../ui/inspector/pickers/lazy-pickers'
import styles from '../../ui/kit/row-control.module.css'
import { Switch } from '../../ui/kit/switch'
import { TextField } from '../../ui/kit/text-field'
import type { BranchControlProps, BranchFormProps, RuleToolsProps, RuleView } from '../../ui/rule-view'
import { useEdit } from '../../ui/use-edit'
import { blockFault } from './check-blocks'
import { blocksIn, DEFAULT_LOCATION, freshName, isDefaultLocation, isLocationName } from './location'

function NodeControl({ branch }: BranchControlProps<'ip-based'>) {
  const blocks = readable(branch.blocks) ?? []
  const [first = 'no block yet', ...others] = blocks
  const text = isDefaultLocation(branch)
    ? 'all other addresses'
    : `${first}${others.length > 0 ? ` + ${others.length}` : ''}`
  return (
    <span className={styles['note']} title={blocks.join(', ')}>
      {text}
    </span>
  )
}

function Form({ rule, branch, onChange, onSettle }: BranchFormProps<'ip-based'>) {
  const isDefault = isDefaultLocation(branch)
  const others = rule.branches.filter(({ id }) => id !== branch.id)
  const name = readable(branch.locationName) ?? ''
  return (
    <>
      {(isDefault || !others.some(isDefaultLocation)) && (
        <Switch
          label="Default: addresses in no block of the rule, and unknown ones"
          checked={isDefault}
          onChange={(on) => {
            onChange(
              'Change location',
              on
                ? { locationName: DEFAULT_LOCATION, blocks: undefined }
                : { locationName: freshName(others), blocks: [] },
            )
            onSettle()
          }}
        />
      )}
      {!isDefault && (
        <>
          <TextField
            label="Location name"
            value={name}
            problem={nameFault(
              name,
              others.some(({ locationName }) => locationName === name),
            )}
            onChange={(locationName) => onChange('Location name', { locationName })}
            onSettle={onSettle}
          />
          <BlocksField
            blocks={readable(branch.blocks) ?? []}
            blocksIn={blocksIn}
            faultOf={(block) => blockFault(block)?.text ?? null}
            onChange={(blocks) => onChange('Blocks', { blocks })}
            onSettle={onSettle}
          />
        </>
      )}
    </>
  )
}

function nameFault(name: string, isTaken: boolean): string | null {
  if (isTaken) return 'Another branch has this name.'
  return isLocationName(name) ? null : 'Use 1 to 16 letters, digits, “-” or “_”.'
}

/** The collection that the locations stand in, which a plain record names. */
function Collection({ ruleId, rule }: RuleToolsProps<'ip-based'>) {
  const { change, settle } = useEdit()
  const written = rule.source.get('CidrCollection')
  const name = typeof written === 'string' ? written : ''
  return (
    <div className={formStyles['form']}>
      <TextField
        label="CIDR collection"
        placeholder="Named after the rule"
        value={name}
        onChange={(value) =>
          change(
            `CIDR collection of “${ruleId}”`,
            (policy) => setRuleText(policy, ruleId, 'CidrCollection', value === '' ? undefined : value),
            { coalesce: `${ruleId} collection` },
          )
        }
        onSettle={settle}
      />
    </div>
  )
}

/** How an IP-based rule looks and is edited. */
export const ipBasedView: RuleView<'ip-based'> = {
  Icon: Network,
  rowName: 'label',
  NodeControl,
  Form,
  Tools: Collection,
}
