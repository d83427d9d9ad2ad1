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
    const mixes: number[] = []
    for (let pixel = 0; pixel < count; pixel++) {
      let isAsBefore = pixel > 0
      plan.scratch.forEach((ofPart, part) => {
        const mix = ofPart[pixel] ?? 0
        if (mixes[part] !== mix) isAsBefore = false
        mixes[part] = mix
      })
      out[pixel] = isAsBefore
        ? (out[pixel - 1] ?? 0)
        : plan.mixOf(mixes, block.x[pixel] ?? 0, block.y[pixel] ?? 0, block.z[pixel] ?? 0)
    }
  }
}

function mixOfPixel(plan: Plan, level: number, { x, y, z }: PixelBlock, pixel: number): number {
  return mixAt(plan, level, x[pixel] ?? 0, y[pixel] ?? 0, z[pixel] ?? 0)
}
