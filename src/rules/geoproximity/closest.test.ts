import { describe, expect, it } from 'vitest'
import type { Branch } from '../branch'
import { newBranch } from '../branch'
import { closenessOf, closestOther } from './closest'
import { geoproximity } from './definition'
import type { Located } from './location'

function at(id: string, location: Located['location']): Branch & Located {
  return { ...geoproximity.decodeBranch(newBranch(id, null)), form: 'nested', location }
}

const frankfurt = at('b1', { kind: 'region', name: 'eu-central-1' })
const ireland = at('b2', { kind: 'region', name: 'eu-west-1' })
const nowhere = at('b3', { kind: 'region', name: 'nowhere-9' })

describe('the location closest to a point', () => {
  it('is another one than its own, with its distance', () => {
    const mainz = { latitude: 50, longitude: 8.27 }
    const all = [nowhere, ireland, frankfurt]
    expect(closestOther(all, 'b9', mainz)?.branch).toBe(frankfurt)
    expect(closestOther(all, 'b9', mainz)?.km).toBeLessThan(60)
    expect(closestOther(all, 'b1', mainz)?.branch).toBe(ireland)
  })

  it('is none where no other has a known place', () => {
    expect(closestOther([nowhere, frankfurt], 'b1', { latitude: 0, longitude: 0 })).toBeNull()
  })

  it('is one point, one metropolis, close, or far enough', () => {
    expect([0, 0.5, 79, 159, 161].map((km) => closenessOf(km))).toEqual([
      'same-point',
      'same-point',
      'same-metropolis',
      'close-together',
      null,
    ])
  })
})
