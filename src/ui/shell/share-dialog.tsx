import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { encodeLink } from '../../formats/link'
import { savedScenario } from '../../store/app-store'
import { useAppStore } from '../app-context'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
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
  const link = `${window.location.origin}${window.location.pathname}#${encodeLink(savedScenario(store.getState()))}`
  const length = link.length

  return (
    <>
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
