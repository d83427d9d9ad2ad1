import type { Ink } from '../../../store/coverage-ink'
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

const COLUMN = 230
const LINE = 20
const NOTE_LINE = 15
/** Mean width of a character at 11 px: enough to break lines without measuring. */
const CHARACTER = 5.6
const NAME_CHARACTERS = 18

/** The legend and the notes below the map. */
export function legendOf({ legend, legendTitle, notes, colours }: LegendContent, width: number) {
  const columns = Math.max(1, Math.floor(width / COLUMN))
  const rows = Math.ceil(legend.length / columns)
  const lines = notes.flatMap((note) => broken(note, Math.floor(width / CHARACTER)))
  const entriesTop = 30
  const notesTop = entriesTop + rows * LINE + 12
  const step = width / columns

  function drawEntry({ name, ink, share, state }: LegendEntry, index: number, definitions: string[]): string {
    const x = Math.floor(index / rows) * step
    const y = entriesTop + (index % rows) * LINE
    const id = `key-${index}`
    const fill = ink ? inkFill(id, ink) : noAnswerFill(id)
    definitions.push(fill.definition)
    const shown = name.length > NAME_CHARACTERS ? `${name.slice(0, NAME_CHARACTERS - 1)}…` : name
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
      words(x + 20, y + 11, state === '' ? shown : `${shown} (${state})`, 12, colours.text) +
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
