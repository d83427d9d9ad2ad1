/** A text with the lines that cannot matter taken out, and the numbers (from 1) of those that stayed. */
export interface PrunedText {
  readonly text: string
  readonly lines: readonly number[]
}

/** Words of which one stands in every part of a file that holds a policy. */
const TELLING = /TrafficPolic|AWSPolicyFormatVersion|RecordSet|^[ \t]+(dynamic|geo):|^catchment:/m
/** In characters: what is worth reading whole. */
const SHORT = 60_000

/**
 * Leaves out the blocks of a long file that say nothing of a policy: a template or zone with hundreds of
 * resources would take seconds to read. Short files stay whole, and so does one whose lines are no blocks.
 */
export function pruneYaml(text: string): PrunedText {
  if (text.length > SHORT && !TELLING.test(text)) return { text: '', lines: [] }
  const lines = text.split('\n')
  const numbers = lines.map((_, index) => index)
  if (text.length <= SHORT) return { text, lines: numbers.map((index) => index + 1) }
  const kept = telling(lines, numbers, 0, 0)
  return { text: kept.map((index) => lines[index]).join('\n'), lines: kept.map((index) => index + 1) }
}

/** Levels of blocks that are looked into. */
const MOST_LEVELS = 3

/** The lines of blocks with a telling word; a long block keeps its own line and is looked into in turn. */
function telling(
  lines: readonly string[],
  part: readonly number[],
  indent: number,
  level: number,
): readonly number[] {
  return blocksOf(lines, part, indent).flatMap((block) => {
    const [head, ...inside] = block
    const text = block.map((index) => lines[index]).join('\n')
    if (head === undefined || !TELLING.test(text)) return []
    if (text.length <= SHORT || level >= MOST_LEVELS || isOneList(text, level)) return block
    const deeper = inside.find((index) => indentOf(lines[index] ?? '') > indent)
    return deeper === undefined
      ? block
      : [head, ...telling(lines, inside, indentOf(lines[deeper] ?? ''), level + 1)]
  })
}

/** Whether a block is a single list of record sets, whose items have no telling word of their own. */
function isOneList(block: string, level: number): boolean {
  return level === 0
    ? block.startsWith('ResourceRecordSets:')
    : /^\s+Type:\s*["']?AWS::Route53::RecordSetGroup/m.test(block)
}

/** Lines by the block they belong to: one begins at every line of this indent or less. */
function blocksOf(
  lines: readonly string[],
  part: readonly number[],
  indent: number,
): readonly (readonly number[])[] {
  const blocks: number[][] = []
  for (const index of part) {
    const line = lines[index] ?? ''
    const begins = line.trim() !== '' && indentOf(line) <= indent && !line.trimStart().startsWith('#')
    const last = blocks.at(-1)
    // The items of a list may be indented no more than the key that it belongs to.
    const goesOn = isItem(line) && !isItem(lines[last?.[0] ?? index] ?? '')
    if (!last || (begins && !goesOn)) blocks.push([index])
    else last.push(index)
  }
  return blocks
}

function isItem(line: string): boolean {
  return line.startsWith('- ', indentOf(line))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
