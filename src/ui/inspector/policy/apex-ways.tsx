import { canonicalName } from '../../../model/dns/domain-name'
import { type AliasWay, answerAsAliases } from '../../../policy/edits/answer-as-aliases'
import { quoted } from '../../../policy/edits/members'
import { useApp, useAppStore } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { useProblems } from '../../problems/use-problems'
import { useEdit } from '../../use-edit'

const APEX_CODES = new Set(['record/cname-at-apex', 'record/cname-at-proposed-apex'])

/** The ways out for a CNAME at its zone's apex: aliases, or a name below the zone's. Nothing where there is none. */
export function ApexWays() {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const record = useApp(({ scenario }) => scenario.record)
  const problem = useProblems().find(({ code }) => APEX_CODES.has(code))
  const { change } = useEdit()
  if (!problem) return null
  const below = `www.${canonicalName(record.name)}`
  return (
    <Callout
      tone={problem.severity}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => change('Answer as aliases of type A', (before) => answerAsAliases(before).policy)}
          >
            Answer as aliases (type A)
          </Button>
          <Button
            onClick={() =>
              store.getState().commit(`Change the DNS name to ${below}`, (scenario) => ({
                ...scenario,
                record: { ...scenario.record, name: below },
              }))
            }
          >
            Use {below} instead
          </Button>
        </>
      }
    >
      A CNAME cannot stand at the zone’s own name, but an alias can: it answers with addresses itself.{' '}
      {outcome(answerAsAliases(policy))}
    </Callout>
  )
}

/** What the alias way makes of the endpoints. */
function outcome({ aliases, others }: AliasWay): string {
  const become = some([...aliases].map(([id, type]) => `${quoted(id)} (${type})`))
  const stay = some(others.map(quoted))
  const sentences = [
    ...(aliases.size === 0 ? [] : [`Aliases of AWS resources: ${become}.`]),
    ...(others.length === 0 ? [] : [`No AWS resource, so in need of an IPv4 address afterwards: ${stay}.`]),
  ]
  return sentences.join(' ')
}

const MOST_NAMED = 4

function some(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).join(', ')
  return names.length > MOST_NAMED ? `${named} and ${names.length - MOST_NAMED} more` : named
}
