import type { Ink } from '../../../store/coverage/coverage-ink'
import type { PictureColours } from './colours'
import { inkFill, noAnswerFill } from './ink-pattern'
import { element, escaped } from './svg'

/** A line of the legend: an endpoint, or (null) the places without an answer. */
export interface LegendEntry {
  readonly name: string
  readonly ink: Ink | null
  /** `35.2 %`, and `down` or `black-holed`. */
  readonly share: string
  readonly state: string
}

export interface LegendContent {
  readonly legend: readonly LegendEntry[]
  /** What the figures are. */
  readonly legendTitle: string
  /** Sentences at the foot: sources, estimates, attribution. */
  readonly notes: readonly string[]
  readonly colours: PictureColours
}

/** Width of a column, in pixels; more where a name needs it. */
const COLUMN = 230
const LINE = 20
const NOTE_LINE = 15
/** Mean width of a character at 11 px and at 12 px: enough to break lines without measuring. */
const CHARACTER = 5.6
const NAME_CHARACTER = 6.8
/** What an entry takes besides its name and share: the key, and the gaps around the share. */
const ENTRY_MARGIN = 60

/** The legend and the notes below the map. */
export function legendOf({ legend, legendTitle, notes, colours }: LegendContent, width: number) {
  const longest = Math.max(0, ...legend.map(({ share, ...entry }) => captionOf(entry).length + share.length))
  const needed = Math.max(COLUMN, longest * NAME_CHARACTER + ENTRY_MARGIN)
  const columns = Math.max(1, Math.floor(width / needed))
  const rows = Math.ceil(legend.length / columns)
  const lines = notes.flatMap((note) => broken(note, Math.floor(width / CHARACTER)))
  const entriesTop = 30
  const notesTop = entriesTop + rows * LINE + 12
  const step = width / columns

  function drawEntry({ ink, share, ...entry }: LegendEntry, index: number, definitions: string[]): string {
    const x = Math.floor(index / rows) * step
    const y = entriesTop + (index % rows) * LINE
    const id = `key-${index}`
    const fill = ink ? inkFill(id, ink) : noAnswerFill(id)
    definitions.push(fill.definition)
    const room = Math.floor((step - ENTRY_MARGIN) / NAME_CHARACTER) - share.length
    return (
      element('rect', {
        x,
        y,
        width: 14,
        height: 14,
        rx: 3,
        fill: fill.fill,
        stroke: colours.soft,
        'stroke-width': 0.5,
      }) +
      words(x + 20, y + 11, shortened(captionOf(entry), room), 12, colours.text) +
      element(
        'text',
        { x: x + step - 22, y: y + 11, 'font-size': 12, fill: colours.text, 'text-anchor': 'end' },
        escaped(share),
      )
    )
  }

  return {
    height: notesTop + lines.length * NOTE_LINE,
    svg: (definitions: string[]) =>
      words(0, 20, legendTitle, 12, colours.text, 600) +
      legend.map((entry, index) => drawEntry(entry, index, definitions)).join('') +
      lines.map((line, index) => words(0, notesTop + 8 + index * NOTE_LINE, line, 11, colours.soft)).join(''),
  }
}

function captionOf({ name, state }: Pick<LegendEntry, 'name' | 'state'>): string {
  return state === '' ? name : `${name} (${state})`
}

/** A caption that is wider than the whole picture is cut. */
function shortened(caption: string, most: number): string {
  return caption.length > most ? `${caption.slice(0, Math.max(1, most - 1))}…` : caption
}

function words(x: number, y: number, text: string, size: number, fill: string, weight = 400): string {
  return element('text', { x, y, 'font-size': size, fill, 'font-weight': weight }, escaped(text))
}

/** A sentence in lines of at most so many characters. */
function broken(sentence: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
