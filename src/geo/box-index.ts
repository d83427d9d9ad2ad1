/** Positions of the boxes that meet a box in degrees, its edges included, each once, in no order. */
export type BoxIndex = (west: number, south: number, east: number, north: number) => readonly number[]

const COLUMNS = 360
const ROWS = 180

/**
 * An index of small boxes in degrees: west, south, east and north of each in turn, within the map. It lists for each
 * cell of one degree the boxes that reach into it, which takes a tenth of the time that a tree takes to make.
 */
export function createBoxIndex(boxes: Float64Array): BoxIndex {
  const count = boxes.length / 4

  function forEachEntry(visit: (cell: number, box: number) => void): void {
    for (let box = 0; box < count; box++) {
      const lastRow = rowOf(boxes[box * 4 + 3] ?? 0)
      const firstColumn = columnOf(boxes[box * 4] ?? 0)
      const lastColumn = columnOf(boxes[box * 4 + 2] ?? 0)
      for (let row = rowOf(boxes[box * 4 + 1] ?? 0); row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) visit(row * COLUMNS + column, box)
      }
    }
  }

  // The boxes of cell c are items[starts[c]…starts[c + 1] - 1].
  const starts = new Int32Array(COLUMNS * ROWS + 1)
  forEachEntry((cell) => {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  })
  for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  }
  const items = new Int32Array(starts[COLUMNS * ROWS] ?? 0)
  const next = starts.slice()
  forEachEntry((cell, box) => {
    const position = next[cell] ?? 0
    items[position] = box
    next[cell] = position + 1
  })

  return (west, south, east, north) => {
    const found: number[] = []
    const [firstColumn, lastColumn] = [columnOf(west), columnOf(east)]
    const [firstRow, lastRow] = [rowOf(south), rowOf(north)]
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = row * COLUMNS + column
        const end = starts[cell + 1] ?? 0
        for (let position = starts[cell] ?? 0; position < end; position++) {
          const box = items[position] ?? 0
          const [boxWest, boxSouth] = [boxes[box * 4] ?? 0, boxes[box * 4 + 1] ?? 0]
          // A box that reaches into several cells is found in the first of them only.
          if (Math.max(firstColumn, columnOf(boxWest)) !== column) continue
          if (Math.max(firstRow, rowOf(boxSouth)) !== row) continue
          const meets =
            boxWest <= east &&
            (boxes[box * 4 + 2] ?? 0) >= west &&
            boxSouth <= north &&
            (boxes[box * 4 + 3] ?? 0) >= south
          if (meets) found.push(box)
        }
      }
    }
    return found
  }
}

function columnOf(longitude: number): number {
  return Math.min(COLUMNS - 1, Math.max(0, Math.floor(longitude + 180)))
}

function rowOf(latitude: number): number {
  return Math.min(ROWS - 1, Math.max(0, Math.floor(latitude + 90)))
}
