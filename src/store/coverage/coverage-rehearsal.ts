import { withBiases } from '../../analysis/tuning/bias-locations'
import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { createCoverage } from '../../engine/coverage'
import type { CoverageFrame } from '../../engine/coverage-frame'
import type { Territory } from '../../geo/territory'
import type { RuleId } from '../../model/address'
import { createPainter, type Palette } from './coverage-paint'

/** Biases from the middle to one end, to the other and back, as a hand drags through them. */
const BIASES = Array.from({ length: 160 }, (_, tick) => Math.round(96 * Math.sin((2 * Math.PI * tick) / 80)))

/**
 * Paints a drag of the bias of a rule's first location for nobody to see. A browser makes code fast only after it
 * has run for a while: without this, that is during the user's first drag. Touches no state but its own, so it can be
 * put off at any step. Returns whether the rule has biases: it ends at once where not.
 */
export function* rehearsalSteps(
  rule: RuleId,
  { policy, world, address }: CompiledPolicy,
  units: readonly Territory[],
  frame: CoverageFrame,
  palette: Palette,
): Generator<undefined, boolean> {
  const cover = createCoverage(units, frame)
  const paint = createPainter(palette)
  let memory: ArrayBuffer | null = null
  for (const bias of BIASES) {
    const changed = withBiases(policy, rule, [bias])
    if (changed === policy) continue
    const coverage = yield* cover(compilePolicy(changed, world, address))
    memory = paint(coverage, frame.view, memory).pixels
    yield
  }
  return memory !== null
}
