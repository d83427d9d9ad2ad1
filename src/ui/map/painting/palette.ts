import type { EndpointId } from '../../../model/address'
import type { Policy } from '../../../policy/policy'
import type { Ink } from '../../../store/coverage/coverage-ink'
import type { Palette } from '../../../store/coverage/coverage-paint'
import { endpointLooks } from '../../endpoint-colours'

/**
 * What catchments are painted with: the endpoints' looks, which of them are down, and the line between them; with
 * `patterned` every endpoint has a pattern, not only those whose colour is another's as well.
 */
export function paletteOf(
  policy: Policy,
  down: ReadonlySet<EndpointId>,
  edge: string,
  patterned = false,
): Palette {
  const inks = [...endpointLooks(policy, patterned)].map(([id, { colour, pattern }]): [EndpointId, Ink] => [
    id,
    { colour, pattern, isDown: down.has(id) },
  ])
  return { inks: new Map(inks), edge }
}

/** Whether two palettes paint alike. */
export function samePalette(a: Palette, b: Palette): boolean {
  if (a.edge !== b.edge || a.inks.size !== b.inks.size) return false
  return [...a.inks].every(([id, ink]) => {
    const other = b.inks.get(id)
    return other?.colour === ink.colour && other.pattern === ink.pattern && other.isDown === ink.isDown
  })
}
