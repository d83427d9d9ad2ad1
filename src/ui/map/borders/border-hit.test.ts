import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../../engine/compile'
import type { Atlas } from '../../../geo/atlas'
import { loadAtlas } from '../../../geo/load'
import { ALL_UP } from '../../../model/world'
import { geolocation, geoproximity, policyOf, to } from '../../../policy/testing/policy-of'
import { worldPixelOf } from '../projection'
import { borderNear } from './border-hit'

const VIEW = { zoom: 3, left: 0, top: 0, width: 2048, height: 2048 }
// Two sites on the equator: their border is a meridian.
const sites = geoproximity([[0, 10], 0, to('west')], [[0, 50], 0, to('east')])
const ON_BORDER = worldPixelOf({ latitude: 10, longitude: 30 }, VIEW.zoom)

let atlas: Atlas
beforeAll(async () => {
  atlas = await loadAtlas()
})

describe('the border near a point of the map', () => {
  it('is found within the reach and not beyond, with the direction across it', () => {
    const compiled = compilePolicy(policyOf(sites), ALL_UP)
    const near = (dx: number) => borderNear(compiled, atlas, VIEW, { ...ON_BORDER, x: ON_BORDER.x + dx }, 8)
    expect(near(0)).toMatchObject({ rule: 'geoproximity-1', direction: 'ew' })
    expect(near(7)?.branches).toEqual(['b2', 'b1'])
    expect(near(-7)?.branches).toEqual(['b1', 'b2'])
    expect(near(9)).toBeNull()
  })

  it('is none where a country ends, whatever the rule above it', () => {
    const policy = policyOf(geolocation(to('default', { IsDefault: true }), to(sites, { Country: 'FR' })))
    const compiled = compilePolicy(policy, ALL_UP)
    const onTheRhine = worldPixelOf({ latitude: 48.58, longitude: 7.8 }, VIEW.zoom)
    expect(borderNear(compiled, atlas, VIEW, onTheRhine, 8)).toBeNull()
  })
})
