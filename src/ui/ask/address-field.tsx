import { useState } from 'react'
import { parseIpPrefix } from '../../model/dns/ip-prefix'
import { TextField } from '../kit/text-field'

export interface AddressFieldProps {
  readonly label: string
  readonly placeholder: string
  /** Whether the length that is passed on may be given too. */
  readonly takesLength: boolean
  readonly value: string | undefined
  /** Only ever with what can be read; undefined when the field was emptied. */
  readonly onChange: (value: string | undefined) => void
  readonly className?: string | undefined
}

/** An IP address to ask from. */
export function AddressField({ value, takesLength, onChange, ...rest }: AddressFieldProps) {
  // What is typed and cannot be asked yet, until the query has another address.
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string | undefined } | null>(null)
  const pending = draft?.of === value ? draft : null

  function type(typed: string) {
    const text = typed.trim()
    const reads = text === '' || (parseIpPrefix(text) !== null && (takesLength || !text.includes('/')))
    setDraft(reads ? null : { text: typed, of: value })
    if (reads && text !== (value ?? '')) onChange(text === '' ? undefined : text)
  }

  return (
    <TextField
      {...rest}
      inputMode="url"
      value={pending?.text ?? value ?? ''}
      problem={
        pending &&
        (takesLength
          ? 'An IP address such as 192.0.2.7, or a block such as 192.0.2.0/20'
          : 'An IP address such as 192.0.2.53')
      }
      onChange={type}
    />
  )
}
