import { describePosition } from '../text-position'

/** Where a text is no HCL; thrown inside the parser only, which turns it into a problem. */
export class HclFault extends Error {
  constructor(
    readonly offset: number,
    readonly reason: string,
  ) {
    super(reason)
  }
}

export function describeFault(text: string, { offset, reason }: HclFault): string {
  return `At ${describePosition(text, offset)}: ${reason}`
}

/** Blocks, lists and templates nest no deeper. */
export const DEEPEST_HCL = 100

/** A place in a text that moves on; everything that reads HCL moves the same one. */
export class HclReader {
  at = 0
  depth = 0

  constructor(readonly text: string) {}

  fail(reason: string, offset = this.at): never {
    throw new HclFault(offset, reason)
  }

  /** Runs one level deeper. */
  nested<T>(read: () => T): T {
    if (this.depth >= DEEPEST_HCL) this.fail(`this nests more than ${DEEPEST_HCL} levels deep.`)
    this.depth++
    const result = read()
    this.depth--
    return result
  }

  get sign(): string {
    return this.text.charAt(this.at)
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  startsWith(piece: string): boolean {
    return this.text.startsWith(piece, this.at)
  }

  take(piece: string): boolean {
    if (!this.startsWith(piece)) return false
    this.at += piece.length
    return true
  }

  /** What a sticky pattern matches here, or null. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  /** Passes over spaces and comments, and over line breaks where they mean nothing. */
  skipSpace(lineBreaks: boolean): void {
    const spaces = lineBreaks ? ALL_SPACES : LINE_SPACES
    for (;;) {
      this.match(spaces)
      if (this.startsWith('#') || this.startsWith('//')) this.match(TO_LINE_END)
      else if (this.startsWith('/*')) this.blockComment()
      else return
    }
  }

  private blockComment(): void {
    const end = this.text.indexOf('*/', this.at + 2)
    if (end < 0) this.fail('this comment is not closed.')
    this.at = end + 2
  }

  /** The sign here, for a message. */
  found(): string {
    if (this.atEnd) return 'the end of the text'
    const word = /[^\s{}[\](),=]{1,30}|[^]/uy
    word.lastIndex = this.at
    const sign = word.exec(this.text)?.[0] ?? ''
    return /^[\r\n]$/.test(sign) ? 'the end of the line' : `“${sign}”`
  }
}

const ALL_SPACES = /[ \t\r\n\ufeff]*/y
const LINE_SPACES = /[ \t\r\ufeff]*/y
const TO_LINE_END = /[^\n]*/y
export const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
