import { useState } from 'react'
import type { OutputFormat } from '../../../formats/output-format'
import { OUTPUTS, outputOf } from '../../../formats/outputs'
import { keepSetting, setting } from '../../../store/browser-storage'

/** The three spellings of AWS's document, which the list shows as one format. */
export const SPELLINGS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'aws', label: 'As imported' },
  { value: 'aws-pretty', label: 'Indented' },
  { value: 'aws-min', label: 'One line' },
]
const [DOCUMENT = { value: 'aws' }, ...OTHER_SPELLINGS] = SPELLINGS

export function isDocument(format: OutputFormat): boolean {
  return SPELLINGS.some(({ value }) => value === format.id)
}

/** The formats as the list shows them, by group in the order of the registry. */
export const FORMAT_GROUPS: readonly {
  readonly group: OutputFormat['group']
  readonly formats: readonly OutputFormat[]
}[] = [...new Set(OUTPUTS.map(({ group }) => group))].map((group) => ({
  group,
  formats: OUTPUTS.filter(
    (format) => format.group === group && OTHER_SPELLINGS.every(({ value }) => value !== format.id),
  ),
}))

const KEY = 'catchment:export-format'

/** The format last chosen in this browser. */
export function useFormatChoice(): readonly [OutputFormat | undefined, (id: string) => void] {
  const [id, setId] = useState(() => setting(KEY) ?? DOCUMENT.value)
  const choose = (next: string) => {
    keepSetting(KEY, next)
    setId(next)
  }
  return [outputOf(id) ?? outputOf(DOCUMENT.value), choose]
}
