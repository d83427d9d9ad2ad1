import { Check, Copy, Download } from 'lucide-react'
import { useId, useState } from 'react'
import { exportAws, exportAwsMinified, exportAwsPretty } from '../../formats/aws'
import type { Policy } from '../../policy/policy'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useProblems } from '../problems/use-problems'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'
import { download, fileStem } from './download'
import { ProblemList } from './problem-list'

const SPELLINGS: readonly {
  readonly key: string
  readonly label: string
  readonly write: (policy: Policy) => string
}[] = [
  { key: 'as-is', label: 'As imported, only edits changed', write: exportAws },
  { key: 'pretty', label: 'Indented', write: exportAwsPretty },
  { key: 'minified', label: 'One line', write: exportAwsMinified },
]

/** The AWS traffic policy document: preview, copy, download, with what AWS would object to. */
export function ExportDialog() {
  const { open, show } = useDialogs()
  return (
    <Dialog
      title="Export for Amazon Route 53"
      description="The traffic policy document. Paste it into the console's JSON editor, or give the file to “aws route53 create-traffic-policy --document file://…”."
      size="wide"
      open={open === 'export'}
      onOpenChange={() => show(null)}
    >
      <ExportBody />
    </Dialog>
  )
}

function ExportBody() {
  const policy = useApp(({ scenario }) => scenario.policy)
  const name = useApp(({ scenario }) => scenario.name)
  const errors = useProblems().filter(({ severity }) => severity === 'error')
  const [spelling, setSpelling] = useState(SPELLINGS[0])
  const [copied, setCopied] = useState(false)
  const group = useId()
  const text = (spelling?.write ?? exportAws)(policy)

  return (
    <>
      {errors.length > 0 && (
        <section className={styles['errors']} aria-label="Errors">
          <p>
            <strong>
              {errors.length === 1 ? 'One error' : `${errors.length} errors`}: Route 53 would refuse this
              document.
            </strong>{' '}
            You can export it all the same.
          </p>
          <ProblemList problems={errors} />
        </section>
      )}
      <fieldset className={styles['choices']}>
        <legend className="visually-hidden">Spelling</legend>
        {SPELLINGS.map((each) => (
          <label key={each.key}>
            <input
              type="radio"
              name={group}
              checked={each === spelling}
              onChange={() => {
                setSpelling(each)
                setCopied(false)
              }}
            />{' '}
            {each.label}
          </label>
        ))}
      </fieldset>
      {/* Focusable, so that the keyboard can scroll it. */}
      <textarea
        className={styles['preview']}
        aria-label="Document"
        readOnly
        spellCheck={false}
        value={text}
      />
      <div className={styles['row']}>
        <span className={styles['count']}>{text.length.toLocaleString('en')} of 102,400 characters</span>
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => setCopied(true))
          }}
        >
          {copied ? <Check /> : <Copy />} {copied ? 'Copied' : 'Copy'}
        </Button>
        <Button look="primary" onClick={() => download(`${fileStem(name)}.json`, text)}>
          <Download /> Download
        </Button>
      </div>
    </>
  )
}
