import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import type { OutputFormat } from '../../../formats/output-format'
import { Button } from '../../kit/button'
import { download, fileStem } from '../download'
import styles from './export.module.css'
import { isDocument } from './format-choice'
import { mediaTypeOf } from './media-type'

export interface PreviewProps {
  readonly format: OutputFormat
  /** Of the scenario, for the file's name. */
  readonly name: string
  readonly text: string
}

/** The text as it will be, to copy or to download. */
export function Preview({ format, name, text }: PreviewProps) {
  const [copied, setCopied] = useState(false)
  const count = text.length.toLocaleString('en')
  return (
    <>
      {/* Focusable, so that the keyboard can scroll it. */}
      <textarea
        className={styles['preview']}
        aria-label="Document"
        readOnly
        spellCheck={false}
        value={text}
      />
      <div className={styles['row']}>
        <span className={styles['count']}>
          {isDocument(format) ? `${count} of 102,400 characters` : `${count} characters`}
        </span>
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => setCopied(true))
          }}
        >
          {copied ? <Check /> : <Copy />} {copied ? 'Copied' : 'Copy'}
        </Button>
        <Button
          look="primary"
          onClick={() =>
            download(`${fileStem(name)}${format.extension}`, text, mediaTypeOf(format.extension))
          }
        >
          <Download /> Download
        </Button>
      </div>
    </>
  )
}
