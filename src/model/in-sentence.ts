/** A title inside a sentence: `Weighted` becomes `weighted`, while `IP-based` stays as it is. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
