import { pointsText, shareText } from '../../analysis/share-words'
import { shortfallText } from '../../analysis/tune-words'
import { biasText } from '../../analysis/words'
import type { TuneResult } from '../../store/workers/bias-protocol'
import { useApp, useAppStore } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { Swatch } from '../kit/swatch'
import { acceptProposal, isUpToDate } from './accept'
import styles from './biases.module.css'
import { branchKey, type Proposal, useDesk } from './desk'
import type { TunedRule } from './tuned-rule'

export interface ProposalViewProps {
  readonly proposal: Proposal
  readonly rule: TunedRule
  /** Looks for biases again, for the present state. */
  readonly onAgain: () => void
}

/** Biases that were found, before and after, with what they give; to accept as one step, or to discard. */
export function ProposalView({ proposal, rule, onAgain }: ProposalViewProps) {
  const store = useAppStore()
  const scenario = useApp((state) => state.scenario)
  const fresh = isUpToDate(proposal, scenario)
  const { tuned, biases, says } = proposal
  const discard = () => useDesk.setState({ proposal: null })
  const changes = rule.locations.filter(({ bias }, index) => biases[index] !== bias).length

  function rollOut() {
    const goal = new Map(useDesk.getState().goal)
    rule.locations.forEach(({ branch, bias }, index) =>
      goal.set(branchKey(rule.id, branch), biases[index] ?? bias),
    )
    useDesk.setState({ goal })
  }

  return (
    <section
      ref={scrollIntoView}
      className={styles['proposal']}
      data-stale={!fresh}
      aria-label="Preview of new biases"
    >
      <h4>Preview{fresh ? ', on the map too' : ', out of date'}</h4>
      {!fresh && (
        <Callout tone="warning" actions={<Button onClick={onAgain}>Find biases again</Button>}>
          The policy, its world or the demand has changed since, so these biases may give something else now.
        </Callout>
      )}
      {says !== null && <p role="status">{says}</p>}
      {tuned && <Outcome tuned={tuned} />}
      <div className={styles['actions']}>
        <Button
          look="primary"
          aria-disabled={!fresh || changes === 0}
          onClick={() => acceptProposal(store, proposal)}
        >
          Accept
        </Button>
        <Button onClick={discard}>Discard</Button>
        {changes > 0 && (
          <Button look="quiet" onClick={rollOut}>
            Make it the goal of the rollout
          </Button>
        )}
      </div>
      <div className={styles['tables']}>
        <BiasTable rule={rule} proposal={proposal} />
        {tuned && <ShareTable tuned={tuned} rule={rule} />}
      </div>
    </section>
  )
}

function Outcome({ tuned }: { readonly tuned: TuneResult }) {
  const missed = tuned.targets.flatMap((outcome) => shortfallText(outcome) ?? [])
  return (
    <div role="status" className={styles['outcome']}>
      <p>
        Largest error: <strong>{pointsText(tuned.maxError).replace('+', '')}</strong>
        {missed.length === 0 && ', so every target is met within half a point'}.
      </p>
      {missed.map((sentence) => (
        <p key={sentence} className={styles['missed']}>
          {sentence}
        </p>
      ))}
    </div>
  )
}

function BiasTable({ rule, proposal }: Pick<ProposalViewProps, 'rule' | 'proposal'>) {
  return (
    <table className={styles['table']}>
      <caption>Biases</caption>
      <thead>
        <tr>
          <th scope="col">Location</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {rule.locations.map(({ branch, name }, index) => {
          const before = proposal.tuned?.locations[index]?.before ?? rule.locations[index]?.bias ?? 0
          const after = proposal.biases[index] ?? before
          return (
            <tr key={branch} data-changed={before !== after}>
              <th scope="row">{name}</th>
              <td>{biasText(before)}</td>
              <td>{biasText(after)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Shares that stay as they are, of endpoints that the rule does not lead to and nobody asked for, are left out. */
function ShareTable({ tuned, rule }: { readonly tuned: TuneResult; readonly rule: TunedRule }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const looks = endpointLooks(policy)
  const targets = new Map(tuned.targets.map((target) => [target.endpoint, target]))
  const shown = [...tuned.after.shares].filter(([endpoint]) => rule.endpoints.includes(endpoint))
  return (
    <table className={styles['table']}>
      <caption>Shares of demand</caption>
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col">Target</th>
          <th scope="col">Error, points</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(([endpoint, share]) => {
          const target = targets.get(endpoint)
          return (
            <tr key={endpoint} data-changed={target !== undefined}>
              <th scope="row">
                <Swatch look={looks.get(endpoint)} /> {endpoint}
              </th>
              <td>{shareText(tuned.before.shares.get(endpoint) ?? 0)}</td>
              <td>{shareText(share)}</td>
              <td>{target ? wantedText(target) : '–'}</td>
              <td>{target ? errorText(target.error) : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** In points, without the unit; what is too small to show is no error. */
function errorText(error: number): string {
  return Math.abs(error) < 0.0005 ? '0.0' : pointsText(error).replace(' points', '')
}

function wantedText({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? shareText(least) : `${shareText(least)} to ${shareText(most)}`
}

/** What was just found is what the user waits for. */
function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
