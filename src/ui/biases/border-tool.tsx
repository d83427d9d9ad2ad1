import { useState } from 'react'
import { shareText } from '../../analysis/share-words'
import { chooseAt } from '../../engine/compile'
import { quoted } from '../../policy/edits/members'
import { toClient } from '../../rules/client'
import { selectCompiled } from '../../store/derived'
import { useApp, useAppStore } from '../app-context'
import { type NamedPlace, placeOptions } from '../ask/place-options'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { SearchField } from '../kit/search-field'
import { Select } from '../kit/select'
import { useAtlas, useGazetteer } from '../use-gazetteer'
import styles from './biases.module.css'
import { useDesk } from './desk'
import { ProposalView } from './proposal-view'
import type { TunedRule } from './tuned-rule'
import { explorer } from './workers'

/** What dragging a border on the map does, by words: a place shall go to a location, with the least change elsewhere. */
export function BorderTool({ rule }: { readonly rule: TunedRule }) {
  const store = useAppStore()
  const atlas = useAtlas()
  const gazetteer = useGazetteer()
  const proposal = useDesk((desk) => desk.proposal)
  const [at, setAt] = useState<NamedPlace | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const present = useApp((state) => {
    const node = selectCompiled(state).rules.find(({ id }) => id === rule.id)
    const choice = node && at ? chooseAt(node, toClient(at.place)) : null
    return choice?.kind === 'one' ? (node?.branches[choice.branch]?.id ?? null) : null
  })
  const places = rule.locations.filter(({ leadsSomewhere }) => leadsSomewhere)
  const to = places.find(({ branch }) => branch === chosen) ?? places[0]
  const nameOf = (branch: string) => places.find((each) => each.branch === branch)?.name ?? branch

  function find() {
    if (!at || !to) return
    const { policy, world, demand } = store.getState().scenario
    setRefusal(null)
    explorer().ask(
      { policy, world, demand },
      { kind: 'pull', rule: rule.id, branch: to.branch, place: at.place },
      (reply) => {
        if (reply.kind === 'failed') return setRefusal(`The biases could not be worked out: ${reply.reason}`)
        if (reply.kind !== 'pulled') return
        const { pull } = reply
        if (!pull)
          return setRefusal(`${at.name} cannot go to ${to.name}: it is unhealthy, or a place is unknown.`)
        if (pull.changed.length === 0) return setRefusal(`${at.name} goes to ${to.name} already.`)
        const moved = `${shareText(pull.moved)} of all demand moves`
        useDesk.setState({
          proposal: {
            of: { policy, world, demand },
            rule: rule.id,
            biases: pull.biases,
            label: `Move the border of ${quoted(rule.id)} over ${at.name}`,
            tuned: null,
            says: pull.reached
              ? `${at.name} goes to ${to.name}; ${moved}.`
              : `No biases take ${at.name} to ${to.name}; these come as near as they can, and ${moved}.`,
          },
        })
      },
    )
  }

  return (
    <>
      <p className={styles['soft']}>
        On the map, drag a border itself. Here, say which place shall go to which location.
      </p>
      <div className={styles['fields']}>
        <SearchField
          label="Place"
          className={styles['place']}
          placeholder="City, country, US state or coordinates"
          value={at?.name ?? ''}
          search={(text) => placeOptions(text, atlas, gazetteer).filter(({ key }) => key !== 'unmapped')}
          onChoose={setAt}
          empty={gazetteer ? 'No such place. Coordinates such as 45.76, 4.84 work too.' : 'Loading places…'}
        />
        {to && (
          <Select
            label="shall go to"
            value={to.branch}
            options={places.map(({ branch, name }) => ({ value: branch, label: name }))}
            onChange={setChosen}
          />
        )}
        <Button aria-disabled={!at || !to} onClick={find}>
          Move the border
        </Button>
      </div>
      {at && present !== null && (
        <p className={styles['soft']}>
          Now {at.name} goes to {nameOf(present)}, as far as it reaches this rule.
        </p>
      )}
      {refusal !== null && <Callout tone="note">{refusal}</Callout>}
      {proposal?.rule === rule.id && proposal.says !== null && (
        <ProposalView proposal={proposal} rule={rule} onAgain={find} />
      )}
    </>
  )
}
