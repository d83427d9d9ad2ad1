import { Check, Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { encodeLink } from '../../formats/link'
import type { Scenario } from '../../scenario/scenario'
import { savedScenario } from '../../store/app-store'
import { useAppStore } from '../app-context'
import { BrokenTextNotice } from '../code/broken-text-notice'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { Switch } from '../kit/switch'
import { useCommands } from './commands'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'

/** Lengths, in characters, at which common tools begin to cut links: bookmarks and chat messages. */
const SOME_CUT = 2000
const MANY_CUT = 4000

/** The whole scenario as a link: made, counted and copied in the browser. */
export function ShareDialog() {
  const { open, show } = useDialogs()
  return (
    <Dialog
      title="Share this scenario"
      description="The whole scenario is in the link itself, after the #. It is not sent to any server: whoever opens the link has it, and nobody else."
      open={open === 'share'}
      onOpenChange={() => show(null)}
    >
      <ShareLink />
    </Dialog>
  )
}

function ShareLink() {
  const store = useAppStore()
  const { save } = useCommands()
  const [copied, setCopied] = useState(false)
  const [without, setWithout] = useState(false)
  const [withQuestion, setWithQuestion] = useState(true)
  // Once: the dialog is modal.
  const [{ scenario, asked }] = useState(() => {
    const state = store.getState()
    return { scenario: savedScenario(state), asked: state.asked }
  })
  const isUnsaved = asked !== null && !scenario.queries.some(({ query }) => query === asked.query)
  // A link of thousands of places takes its time.
  const { whole, bare } = useMemo(
    () =>
      linksOf(isUnsaved && withQuestion ? { ...scenario, queries: [asked, ...scenario.queries] } : scenario),
    [scenario, asked, isUnsaved, withQuestion],
  )
  const link = without ? bare : whole
  const length = link.length

  return (
    <>
      <BrokenTextNotice consequence="so it is no part of this link, which has the last valid policy" />
      <textarea
        className={styles['link']}
        aria-label="Link to this scenario"
        readOnly
        rows={4}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <p
        className={styles['count']}
        data-tone={length > MANY_CUT ? 'error' : length > SOME_CUT ? 'warning' : 'plain'}
      >
        {length.toLocaleString('en')} characters.{' '}
        {length > MANY_CUT
          ? 'Many chat tools cut links this long. A cut link is refused, not opened wrongly; better send the scenario as a file.'
          : length > SOME_CUT
            ? 'Some tools cut links this long. A cut link is refused, not opened wrongly.'
            : 'Short enough for chat, mail and tickets.'}
      </p>
      {isUnsaved && (
        <div className={styles['option']}>
          <Switch
            label="Take along the question that is asked now"
            checked={withQuestion}
            onChange={(on) => {
              setWithQuestion(on)
              setCopied(false)
            }}
          />
          <p className={styles['count']}>
            {withQuestion
              ? `“${asked.name}” is not among the kept queries; it comes first among them for whoever opens the link, who sees its answer.`
              : `“${asked.name}” is not among the kept queries and stays here; whoever opens the link is shown ${scenario.queries[0] ? `“${scenario.queries[0].name}”` : 'no answer until they ask'}.`}
          </p>
        </div>
      )}
      {scenario.demand !== null && whole.length > SOME_CUT && bare.length < whole.length && (
        <div className={styles['option']}>
          <Switch
            label="Leave your own demand out"
            checked={without}
            onChange={(on) => {
              setWithout(on)
              setCopied(false)
            }}
          />
          <p className={styles['count']}>
            {scenario.demand.places.length.toLocaleString('en')} places of your own demand make the link{' '}
            {(whole.length - bare.length).toLocaleString('en')} characters longer. Without them it has{' '}
            {bare.length.toLocaleString('en')}, and whoever opens it sees shares, loads and tuning by the
            bundled world’s internet users; the policy and its answers are the same.
          </p>
        </div>
      )}
      <div className={styles['row']}>
        <Button onClick={save.run}>Save as a file instead</Button>
        <Button
          look="primary"
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => setCopied(true))
          }}
        >
          {copied ? <Check /> : <Copy />} {copied ? 'Copied' : 'Copy link'}
        </Button>
      </div>
    </>
  )
}

/** The link of all, and the one without the user's own demand. */
function linksOf(scenario: Scenario) {
  const whole = linkOf(scenario)
  return {
    whole,
    bare: scenario.demand === null ? whole : linkOf({ ...scenario, demand: null }),
  }
}

function linkOf(scenario: Scenario): string {
  return `${window.location.origin}${window.location.pathname}#${encodeLink(scenario)}`
}
