import type { Atlas } from '../../geo/atlas'
import { NO_SIDE } from '../../geo/segments'
import { UNDECIDED } from '../coverage-walk'
import { boxOf, COLUMNS, cornerKey, LARGEST, latitudeOf, longitudeOf, placeOf, ROWS } from './grid'
import { type LandPath, landPathIn, NO_SEGMENT } from './land-path'
import type { OutlineBox, OutlineField } from './outline-field'
import type { Crossing, Junction, Link, LonLat, Tracing } from './tracing'

/** How often an edge of the grid is halved to find where a border crosses it: to five metres. */
const HALVINGS = 8

/** Corners of a cell and the edges from each to the next, against the clock from the lower left. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

interface Found extends Crossing {
  readonly links: number[]
  /** The piece of a country's border that crosses here. */
  readonly segment: number
  /** The cell that it was found from, and the one beyond. */
  readonly cell: readonly [column: number, row: number]
  readonly beyond: readonly [column: number, row: number]
}

/** Traces the borders in steps of some milliseconds; gives the part done, and in the end the tracing. */
export function* traceSteps(field: OutlineField, atlas: Atlas): Generator<number, Tracing> {
  const { segments } = atlas.linework()
  const labels = new Map<number, number>()
  const crossingAt = new Map<number, number>()
  const crossings: Found[] = []
  const junctions: Junction[] = []
  const links: Link[] = []

  function labelOf(box: OutlineBox, column: number, row: number): number {
    const isShared = column === COLUMNS || row === 0 || row === ROWS
    const key = cornerKey(isShared ? 0 : column, row)
    const known = labels.get(key)
    if (known !== undefined) return known
    const label = field.mixIn(box, placeOf(column, row))
    labels.set(key, label)
    return label
  }

  function descend(outer: OutlineBox, column: number, row: number, size: number): void {
    const box = field.narrow(outer, boxOf(column, row, size))
    if (box.mix !== UNDECIDED) return
    const half = size / 2
    for (const [right, up] of CORNERS) {
      const [c, r] = [column + right * half, row + up * half]
      if (half === 1) traceCell(box, c, r)
      else descend(box, c, r, half)
    }
  }

  function bordersNear({ surroundings, plan, level }: OutlineBox): readonly number[] {
    if (plan || level === 0) return []
    return [...surroundings.segments].filter((segment) => {
      const [a, b] = [segments.sideA[segment] ?? NO_SIDE, segments.sideB[segment] ?? NO_SIDE]
      return a !== NO_SIDE && b !== NO_SIDE && field.tellsApart(a, b)
    })
  }

  function traceCell(box: OutlineBox, column: number, row: number): void {
    const label = CORNERS.map(([right, up]) => labelOf(box, column + right, row + up))
    const edges = [0, 1, 2, 3].filter((edge) => label[edge] !== label[(edge + 1) % 4])
    if (edges.length === 0) return
    const land = landPathIn(segments, bordersNear(box), boxOf(column, row, 1))
    const found = edges.map((edge) => crossingOn(box, land, column, row, edge))
    // From each crossing against the clock to the next.
    const sectors = edges.map((edge) => label[(edge + 1) % 4] ?? 0)
    if (found.length === 2) connect(land, found, 0, 1, sectors)
    else if (found.length === 4 && label[0] === label[2] && label[1] === label[3]) {
      const middle = field.mixIn(box, placeOf(column + 0.5, row + 0.5))
      // What is in the middle goes through; the other two corners are cut off.
      const pairs = middle === label[0] ? [0, 1, 2, 3] : [3, 0, 1, 2]
      connect(land, found, pairs[0] ?? 0, pairs[1] ?? 0, sectors)
      connect(land, found, pairs[2] ?? 0, pairs[3] ?? 0, sectors)
    } else meet(land, found, sectors)
  }

  /** A link between two crossings; to its right lies what follows the first one against the clock. */
  function connect(
    land: LandPath,
    found: readonly number[],
    a: number,
    b: number,
    sectors: readonly number[],
  ) {
    const [from, to] = [found[a] ?? 0, found[b] ?? 0]
    const between = land.between(crossings[from]?.segment ?? NO_SEGMENT, crossings[to]?.segment ?? NO_SEGMENT)
    const right = sectors[a] ?? 0
    const left = sectors[(a + found.length - 1) % found.length] ?? 0
    addLink({ from, to: { kind: 'crossing', crossing: to }, left, right, between })
  }

  function meet(land: LandPath, found: readonly number[], sectors: readonly number[]): void {
    const junction = junctions.length
    const onLand = land.meeting()
    const met = onLand ?? middleOf(found)
    const spokes = found.map((from, at): number => {
      const left = sectors[(at + found.length - 1) % found.length] ?? 0
      const between = onLand ? land.towards(crossings[from]?.segment ?? NO_SEGMENT, onLand) : []
      return addLink({ from, to: { kind: 'junction', junction }, left, right: sectors[at] ?? 0, between })
    })
    junctions.push({ longitude: met[0], latitude: met[1], links: spokes, sectors })
  }

  function middleOf(found: readonly number[]): LonLat {
    const sum = [0, 0]
    for (const each of found) {
      sum[0] = (sum[0] ?? 0) + (crossings[each]?.longitude ?? 0)
      sum[1] = (sum[1] ?? 0) + (crossings[each]?.latitude ?? 0)
    }
    return [(sum[0] ?? 0) / found.length, (sum[1] ?? 0) / found.length]
  }

  function addLink(link: Link): number {
    const index = links.push(link) - 1
    crossings[link.from]?.links.push(index)
    if (link.to.kind === 'crossing') crossings[link.to.crossing]?.links.push(index)
    return index
  }

  /** The crossing on an edge of a cell whose two corners differ. */
  function crossingOn(box: OutlineBox, land: LandPath, column: number, row: number, edge: number): number {
    const vertical = edge % 2 === 1
    // The corner where the edge begins in the west or south.
    const c = edge === 1 ? column + 1 : column
    const r = edge === 2 ? row + 1 : row
    const key = cornerKey(c, r) * 2 + (vertical ? 1 : 0)
    const known = crossingAt.get(key)
    if (known !== undefined) return known
    const beyond = [
      [column, row - 1],
      [column + 1, row],
      [column, row + 1],
      [column - 1, row],
    ] as const
    const [atColumn, atRow, segment] = locate(box, land, c, r, vertical)
    crossingAt.set(key, crossings.length)
    crossings.push({
      longitude: longitudeOf(atColumn),
      latitude: latitudeOf(atRow),
      onRim: vertical && (c === 0 || c === COLUMNS),
      links: [],
      segment,
      cell: [column, row],
      beyond: beyond[edge] ?? [column, row],
    })
    return crossings.length - 1
  }

  /** Where along an edge the mix changes, in columns and rows. */
  function locate(
    box: OutlineBox,
    land: LandPath,
    column: number,
    row: number,
    vertical: boolean,
  ): readonly [column: number, row: number, segment: number] {
    const at = (part: number) =>
      vertical ? ([column, row + part] as const) : ([column + part, row] as const)
    const first = labelOf(box, column, row)
    let from = 0
    let to = 1
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (from + to) / 2
      if (field.mixIn(box, placeOf(...at(middle))) === first) from = middle
      else to = middle
    }
    const degreesOf = vertical ? latitudeOf : longitudeOf
    const start = vertical ? row : column
    const line = vertical ? longitudeOf(column) : latitudeOf(row)
    const onLand = land.crossing(vertical, line, degreesOf(start + from), degreesOf(start + to))
    const [c, r] = at((from + to) / 2)
    if (!onLand) return [c, r, NO_SEGMENT]
    const exact = start + (onLand.along - degreesOf(start)) / (degreesOf(1) - degreesOf(0))
    return vertical ? [c, exact, onLand.segment] : [exact, r, onLand.segment]
  }

  for (let row = 0; row < ROWS; row += LARGEST) {
    for (let column = 0; column < COLUMNS; column += LARGEST) {
      descend(field.whole, column, row, LARGEST)
      yield (row * COLUMNS + (column + LARGEST) * LARGEST) / (ROWS * COLUMNS)
    }
  }
  // A border leads on wherever it came from, also where shapes that cross one another hid it on the way down.
  for (let index = 0; index < crossings.length; index++) {
    const crossing = crossings[index]
    if (!crossing || crossing.onRim || crossing.links.length > 1) continue
    traceCell(field.whole, ...crossing.beyond)
  }
  return { crossings, junctions, links }
}
