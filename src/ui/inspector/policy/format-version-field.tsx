import { useState } from 'react'
import { isMalformed } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { downgradeFormat, upgradeFormat } from '../../../policy/edits/format-version'
import { NEWEST_FORMAT } from '../../../policy/policy'
import { useApp } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'

const OLDEST_FORMAT = '2015-10-01'

/** The version of the document's format, with the way to the other one. */
export function FormatVersionField() {
  const version = useApp(({ scenario }) => scenario.policy.formatVersion)
  const { edit, change } = useEdit()
  const [refusal, setRefusal] = useState<string | null>(null)
  const written = isMalformed(version) ? spelled(version.malformed) : (version ?? 'not written')

  return (
    <>
      <div className={styles['row']}>
        <span className={styles['figure']}>
          Document format <strong>{written}</strong>
        </span>
        {version !== NEWEST_FORMAT && (
          <Button
            onClick={() => {
              setRefusal(null)
              change(`Upgrade the document format to ${NEWEST_FORMAT}`, upgradeFormat)
            }}
          >
            Upgrade to {NEWEST_FORMAT}
          </Button>
        )}
        {version !== OLDEST_FORMAT && (
          <Button
            onClick={() => {
              const edited = edit(`Take the document format back to ${OLDEST_FORMAT}`, downgradeFormat)
              setRefusal(edited.ok ? null : edited.reason)
            }}
          >
            Back to {OLDEST_FORMAT}
          </Button>
        )}
      </div>
      {refusal !== null && (
        <Callout tone="error" actions={<Button onClick={() => setRefusal(null)}>Keep {written}</Button>}>
          {refusal}
        </Callout>
      )}
    </>
  )
}
