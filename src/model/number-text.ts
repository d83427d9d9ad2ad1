/** A number for people, with the minus sign: `−41`. Documents, code and the command line's options keep the hyphen. */
export function numberText(value: number | string): string {
  return String(value).replace(/^-/, '−')
}

/** What people type as a number as programs spell it: `-41`, whichever sign was typed for minus. */
export function typedNumber(text: string): string {
  return text.trim().replace(/^[−–]/, '-')
}
