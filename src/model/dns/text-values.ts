import { readWords } from './words'

/** Most characters of one string of a TXT value (route53.md 2.3). */
const LONGEST_STRING = 255

/** TXT and SPF: one or more quoted strings, separated by spaces. */
export function textFault(value: string): string | null {
  const words = readWords(value)
  if (!words)
    return 'A quotation mark is not closed; close it, and write \\" for one that belongs to the text.'
  if (words.length === 0 || words.some((word) => !word.quoted)) {
    return 'Put the text in double quotes, several strings with a space between them: "one" "two".'
  }
  const long = words.find((word) => word.text.length > LONGEST_STRING)
  return long
    ? `One string has ${LONGEST_STRING} characters at most, and one here has ${long.text.length}; split it: "first part" "second part".`
    : null
}
