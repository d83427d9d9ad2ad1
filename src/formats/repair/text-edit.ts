/** A change of a text: what stands between two offsets (UTF-16 units) becomes something else. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with edits made that are in order and do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
