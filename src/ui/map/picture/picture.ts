import type { Outline } from '../../../engine/outlines/outlines'
import type { Place } from '../../../geo/place'
import { type RasterView, worldPixels } from '../../../geo/raster-view'
import type { Inks } from '../../../store/coverage/coverage-ink'
import type { WorldShape, WorldShapes } from '../painting/world-shapes'
import { copiesIn, type ScreenPoint } from '../projection'
import { NIGHT_SHADE, nightStrips } from '../reading/night-shade'
import { DOT_OPACITY, populationDots } from '../reading/population-dots'
import type { Side } from '../sites/site-labels'
import type { PictureColours } from './colours'
import { type Fill, fillOf } from './ink-pattern'
import { type LegendContent, legendOf } from './legend'
import { type PathWriter, pathWriter, runsOf } from './path'
import { element, escaped } from './svg'

/** Everything that a picture of the map shows. */
export interface Picture extends LegendContent {
  readonly title: string
  /** What is painted: the whole policy, or a rule alone. */
  readonly subtitle: string
  /** The part of the world, in pixels of the picture. */
  readonly view: RasterView
  readonly outlines: readonly Outline[]
  readonly inks: Inks
  readonly shapes: WorldShapes
  readonly markers: readonly PictureMarker[]
  readonly layers: PictureLayers
}

/** The optional layers of the map. */
export interface PictureLayers {
  /** The time that night is shown for, in ms since 1970; null where it is not shown. */
  readonly nightTime: number | null
  /** The populated places; null where they are not shown. */
  readonly people: readonly Place[] | null
}

export interface PictureMarker {
  /** In pixels from the upper left corner of the map. */
  readonly at: ScreenPoint
  /** Null where there is no room for words. */
  readonly label: string | null
  readonly side: Side
  readonly colour: string
}

const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif'

const PADDING = 16
const HEADER = 54
/** Borders of states and provinces are drawn from this zoom on. */
const DIVISIONS_FROM = 3.2

/** The map as a self-contained SVG document: title, map, markers, legend and notes. */
export function pictureSvg(picture: Picture): {
  readonly svg: string
  readonly width: number
  readonly height: number
} {
  const { view, title, subtitle, colours } = picture
  const width = view.width + 2 * PADDING
  const legend = legendOf(picture, view.width)
  const height = HEADER + view.height + legend.height + PADDING
  const definitions: string[] = [
    element('clipPath', { id: 'frame' }, element('rect', { width: view.width, height: view.height })),
  ]
  const map = element(
    'g',
    { transform: `translate(${PADDING} ${HEADER})` },
    element('g', { 'clip-path': 'url(#frame)' }, drawMap(picture, definitions)) +
      element('rect', {
        width: view.width,
        height: view.height,
        fill: 'none',
        stroke: colours.soft,
        'stroke-width': 1,
      }),
  )
  const key = element(
    'g',
    { transform: `translate(${PADDING} ${HEADER + view.height})` },
    legend.svg(definitions),
  )
  const heading =
    text(PADDING, 26, title, { 'font-size': 19, 'font-weight': 600, fill: colours.text }) +
    text(PADDING, 45, subtitle, { 'font-size': 12, fill: colours.soft })
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FONT,
      role: 'img',
      'aria-labelledby': 'title',
    },
    `<title id="title">${escaped(`${title}: map of catchments`)}</title>` +
      element('rect', { width, height, fill: colours.paper }) +
      heading +
      map +
      key +
      element('defs', {}, definitions.join('')),
  )
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height }
}

function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string | number | null>>,
): string {
  return element('text', { x, y, ...attributes }, escaped(words))
}

function drawMap(
  { view, outlines, inks, shapes, markers, layers, colours }: Picture,
  definitions: string[],
): string {
  const writers = copiesIn(view, 0, worldPixels(view.zoom)).map((shift) => pathWriter(view, shift))
  const catchments = outlines.map(({ mix, polygons }, index) => {
    const fill = fillOf(`mix-${index}`, mix, inks)
    definitions.push(fill.definition)
    return filled(writers, fill, (writer) => polygons.flat().map(writer.ring))
  })
  const stroke = { fill: 'none', stroke: colours.line, 'stroke-width': 0.8, 'stroke-linejoin': 'round' }
  return [
    element('rect', { width: view.width, height: view.height, fill: colours.sea }),
    filled(writers, { fill: colours.land, definition: '' }, (writer) =>
      shapes.land().map(({ points }) => writer.shape(points)),
    ),
    element('g', { opacity: 0.62 }, catchments.join('')),
    element('path', {
      ...stroke,
      'stroke-width': 1.2,
      d: writers
        .map((writer) =>
          outlines.flatMap(({ polygons }) => polygons.flat().map((ring) => edges(writer, ring))).join(''),
        )
        .join(''),
    }),
    ...(view.zoom >= DIVISIONS_FROM ? [lines(writers, shapes.divisions(), { ...stroke, opacity: 0.2 })] : []),
    lines(writers, shapes.countries(), { ...stroke, opacity: 0.3 }),
    lines(writers, shapes.coast(), { ...stroke, opacity: 0.5 }),
    ...(layers.people === null ? [] : [drawPeople(view, layers.people, colours)]),
    ...(layers.nightTime === null ? [] : [drawNight(view, layers.nightTime)]),
    ...markers.map((marker) => drawMarker(marker, colours)),
  ].join('')
}

/** Night as two shades, each one path. */
function drawNight(view: RasterView, timeMs: number): string {
  const shades = nightStrips(view, timeMs).map((strips) =>
    element('path', {
      d: strips
        .map(
          ({ x, y, width, height }) => `M${rounded(x)} ${rounded(y)}h${width}v${rounded(height)}h-${width}z`,
        )
        .join(''),
      fill: NIGHT_SHADE.colour,
      opacity: NIGHT_SHADE.opacity,
      // No seams between strips.
      'shape-rendering': 'crispEdges',
    }),
  )
  return element('g', { 'data-layer': 'night' }, shades.join(''))
}

function drawPeople(view: RasterView, places: readonly Place[], { line }: PictureColours): string {
  const dots = populationDots(view, places).map(({ x, y, radius }) =>
    element('circle', { cx: rounded(x), cy: rounded(y), r: rounded(radius) }),
  )
  return element('g', { 'data-layer': 'population', fill: line, opacity: DOT_OPACITY }, dots.join(''))
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10

/** A path for each copy of the world, since copies overlap a little. */
function filled(
  writers: readonly PathWriter[],
  { fill }: Fill,
  paths: (writer: PathWriter) => readonly string[],
): string {
  return writers
    .map((writer) => paths(writer).join(''))
    .map((d) => (d === '' ? '' : element('path', { d, fill, 'fill-rule': 'evenodd' })))
    .join('')
}

function lines(
  writers: readonly PathWriter[],
  shapes: readonly WorldShape[],
  attributes: Readonly<Record<string, string | number>>,
): string {
  const d = writers.map((writer) => shapes.map(({ points }) => writer.line(points)).join('')).join('')
  return d === '' ? '' : element('path', { ...attributes, d })
}

/**
 * The sides of a ring that are borders between catchments and not edges of the map. Neighbours share a border:
 * only the one that runs along it eastwards, or straight north, draws it.
 */
function edges(writer: PathWriter, ring: readonly (readonly [number, number])[]): string {
  return runsOf(ring, isDrawn).map(writer.border).join('')
}

function isDrawn([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): boolean {
  const isRim = (ax === bx && Math.abs(ax) === 180) || (ay === by && Math.abs(ay) === 90)
  return !isRim && (bx > ax || (bx === ax && by > ay))
}

function drawMarker(
  { at: { x, y }, label, side, colour }: PictureMarker,
  { paper, text: ink }: PictureColours,
): string {
  const dot =
    element('circle', { cx: x, cy: y, r: 6, fill: colour, stroke: paper, 'stroke-width': 2 }) +
    element('circle', { cx: x, cy: y, r: 7, fill: 'none', stroke: ink, 'stroke-width': 1 })
  if (label === null) return dot
  const words = text(side === 'right' ? x + 11 : x - 11, y + 4, label, {
    'text-anchor': side === 'right' ? 'start' : 'end',
    'font-size': 11.5,
    fill: ink,
    stroke: paper,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  })
  return dot + words
}
