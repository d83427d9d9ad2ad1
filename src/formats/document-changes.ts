import { toJsonText } from '../model/json-text'
import { type DiffHunk, diffLines, hunksOf } from './line-diff'
import { parseJson } from './parse-json'

/** What changes between two documents, line by line. */
export interface DocumentChanges {
  /** None where nothing changes. */
  readonly hunks: readonly DiffHunk[]
  /** Unchanged lines behind the last hunk. */
  readonly skippedAfter: number
  /** Whether the documents were written with a line for each member, since their own lines are too long to compare. */
  readonly tall: boolean
}

/** Lines longer than this, in UTF-16 units, are no lines to compare. */
const LONGEST_LINE = 240

/** Puts two documents side by side; one on a single line is compared with a line for each member. */
export function documentChanges(before: string, after: string): DocumentChanges {
  const tall = isLong(before) || isLong(after)
  const lines = tall ? diffLines(indented(before), indented(after)) : diffLines(before, after)
  return { ...hunksOf(lines), tall }
}

function isLong(text: string): boolean {
  return text.split('\n').some((line) => line.length > LONGEST_LINE)
}

function indented(text: string): string {
  const parsed = parseJson(text)
  return parsed.ok ? toJsonText(parsed.value.root.json, 2) : text
}
