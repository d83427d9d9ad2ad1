import type { JsonNode } from './json-node'

/** The white space and signs of one list or object, as a text has them. */
export interface Spacing {
  /** Between the opening bracket and the first member. */
  readonly opening: string
  /** Between two members; the comma is in it. */
  readonly separator: string
  /** Between the last member and the closing bracket. */
  readonly closing: string
  /** Between a key and its value; the colon is in it. */
  readonly colon: string
}

/** What stands between the opening bracket of a filled node and its first member. */
export function openingOf(text: string, node: JsonNode): string {
  return text.slice(node.start + 1, startOfPart(node, 0))
}

/** What stands between the last member of a filled node and its closing bracket. */
export function closingOf(text: string, node: JsonNode): string {
  return text.slice(endOfPart(node, partCount(node) - 1), node.end - 1)
}

/** What stands between member `index` and the one before it; undefined where there are no two. */
export function separatorAt(text: string, node: JsonNode, index: number): string | undefined {
  if (index < 1 || index >= partCount(node)) return undefined
  return text.slice(endOfPart(node, index - 1), startOfPart(node, index))
}

/** What stands between the first key of a node and its value; undefined where there is none. */
export function colonOf(text: string, node: JsonNode): string | undefined {
  const first = node.members[0]
  return first && text.slice(first.keyEnd, first.value.start)
}

/** How many members or items a node has, repeated keys counted each. */
export function partCount(node: JsonNode): number {
  return node.members.length + node.items.length
}

export function hasBreak(space: string): boolean {
  return /[\n\r]/.test(space)
}

/** The indentation of what follows a piece of spacing, or of the offset at its end. */
export function marginAfter(space: string): string {
  const line = space.slice(Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r')) + 1)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

/** Offsets at which the lines of a text begin, in order. */
export function lineStartsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/[\n\r]/g)].map(({ index }) => index + 1)]
}

/** The indentation of the line on which an offset stands; `starts` are those of the text’s lines. */
export function marginAt(text: string, offset: number, starts: readonly number[]): string {
  // The last line that begins at or before the offset, found by halving: a text has many values to ask for.
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return /^[ \t]*/.exec(text.slice(starts[low], offset))?.[0] ?? ''
}

/** Spacing taken from a place with another indentation. */
export function shifted(spacing: Spacing, from: string, to: string): Spacing {
  const shift = (space: string) =>
    space.replace(/(\r\n|\n|\r)([ \t]*)/g, (whole, newline: string, margin: string) =>
      margin.startsWith(from) ? newline + to + margin.slice(from.length) : whole,
    )
  return {
    opening: shift(spacing.opening),
    separator: shift(spacing.separator),
    closing: shift(spacing.closing),
    colon: shift(spacing.colon),
  }
}

function startOfPart(node: JsonNode, index: number): number {
  return node.members[index]?.keyStart ?? node.items[index]?.start ?? node.start
}

function endOfPart(node: JsonNode, index: number): number {
  return node.members[index]?.value.end ?? node.items[index]?.end ?? node.start + 1
}
