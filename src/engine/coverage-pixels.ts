import type { Plan } from './coverage-plan'
import { mixAt } from './coverage-walk'
import type { PixelBlock } from './pixel-block'

/** Writes into `out` the mix of each pixel of a block in the disc that was last visited at the level: as `mixAt`. */
export function mixesIn(plan: Plan, level: number, block: PixelBlock, out: Int32Array): void {
  const { count } = block
  if (plan.kind === 'mix') out.fill(plan.mix, 0, count)
  else if (plan.kind === 'nearest') {
    plan.field.winners(level, block, out)
    for (let pixel = 0; pixel < count; pixel++) {
      const next = plan.next[out[pixel] ?? 0]
      if (next) out[pixel] = next.kind === 'mix' ? next.mix : mixOfPixel(next, level, block, pixel)
    }
  } else {
    plan.parts.forEach((part, index) => {
      const mixes = plan.scratch[index]
      if (mixes) mixesIn(part, level, block, mixes)
    })
    for (let pixel = 0; pixel < count; pixel++) {
      const isAsBefore = pixel > 0 && plan.scratch.every((mixes) => mixes[pixel] === mixes[pixel - 1])
      out[pixel] = isAsBefore ? (out[pixel - 1] ?? 0) : mixOfPixel(plan, level, block, pixel)
    }
  }
}

function mixOfPixel(plan: Plan, level: number, { x, y, z }: PixelBlock, pixel: number): number {
  return mixAt(plan, level, x[pixel] ?? 0, y[pixel] ?? 0, z[pixel] ?? 0)
}
