import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { aSoundDocument } from '../engine/testing/any-policy'
import { worldOf } from '../engine/testing/ask'
import { ALL_UP, type World } from '../model/world'
import type { Policy } from '../policy/policy'
import { geoproximity, policyFrom, policyOf, to, weighted } from '../policy/testing/policy-of'
import { placeAnswers } from './demand/place-answers'
import { biggestMovers, movedShare } from './movers'
import { endpointTexts, moveText } from './share-words'
import { demandShares } from './shares'
import { smallDemand } from './testing/small-demand'
import { contestedDemand } from './tuning/contested'

const SEED = 20261124
const prepared = smallDemand()

function answersOf(policy: Policy, world: World = ALL_UP) {
  return placeAnswers(compilePolicy(policy, world), prepared)
}

function nearWithBias(bias: number, negativeBias: World['negativeBias'] = 'guide') {
  const policy = policyOf(
    geoproximity(
      ['us-east-1', 0, to('east')],
      ['eu-central-1', bias, to('europe')],
      ['ap-south-1', 0, to('asia')],
    ),
  )
  return answersOf(policy, worldOf({ negativeBias }))
}

describe('movers', () => {
  it('name the places that changed, gathered by where they go, the largest first', () => {
    const moves = biggestMovers(nearWithBias(-30), nearWithBias(40), prepared)
    expect(moves.map(moveText)).toEqual([
      'Tokyo, Johannesburg and 1 more → europe, +19.0 points',
      'São Paulo, Fortaleza → europe, +10.0 points',
    ])
    expect(moves.map(({ from, to: gaining }) => [from, gaining])).toEqual([
      ['asia', 'europe'],
      ['east', 'europe'],
    ])
  })

  it('are none where nothing changed', () => {
    expect(biggestMovers(nearWithBias(10), nearWithBias(10), prepared)).toEqual([])
  })

  it('move a part of each place where weights changed', () => {
    const split = (a: number, b: number) => answersOf(policyOf(weighted([a, to('a')], [b, to('b')])))
    const moves = biggestMovers(split(1, 1), split(3, 1), prepared)
    expect(moves.map(({ from, to: gaining }) => [from, gaining])).toEqual([['b', 'a']])
    expect(movedShare(moves)).toBeCloseTo(0.25, 12)
    expect(moves.map(({ places }) => places.length)).toEqual([16])
    expect(moves.map(moveText)).toEqual(['Mumbai, Tokyo and 14 more → a, +25.0 points'])
  })

  it(`account for every difference between two sets of shares (seed ${SEED})`, () => {
    const aPolicy = aSoundDocument(true).map(policyFrom)
    fc.assert(
      fc.property(aPolicy, aPolicy, (before, after) => {
        const moves = biggestMovers(answersOf(before), answersOf(after), prepared)
        const [old, now] = [before, after].map((policy) =>
          demandShares(compilePolicy(policy, ALL_UP), prepared),
        )
        const differences = new Map<string | null, number>()
        for (const { from, to: gaining, share } of moves) {
          differences.set(from, (differences.get(from) ?? 0) - share)
          differences.set(gaining, (differences.get(gaining) ?? 0) + share)
        }
        for (const id of new Set([...(old?.shares.keys() ?? []), ...(now?.shares.keys() ?? [])])) {
          const difference = (now?.shares.get(id) ?? 0) - (old?.shares.get(id) ?? 0)
          expect(differences.get(id) ?? 0).toBeCloseTo(difference, 12)
        }
        expect(differences.get(null) ?? 0).toBeCloseTo((now?.nodata ?? 0) - (old?.nodata ?? 0), 12)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('contested demand', () => {
  const policyWith = (bias: number) =>
    policyOf(geoproximity(['us-east-1', 0, to('east')], ['eu-central-1', bias, to('europe')]))

  it('is none while no bias is negative', () => {
    expect(contestedDemand(policyWith(60), ALL_UP, prepared)).toEqual({ share: 0, moves: [] })
  })

  it('is what the two formulas send to different endpoints, whichever the world follows', () => {
    const contested = contestedDemand(policyWith(-70), ALL_UP, prepared)
    expect(contested).toEqual(contestedDemand(policyWith(-70), worldOf({ negativeBias: 'map' }), prepared))
    const [guide, map] = (['guide', 'map'] as const).map((negativeBias) =>
      demandShares(compilePolicy(policyWith(-70), worldOf({ negativeBias })), prepared),
    )
    // By the map's formula a negative bias reaches less far, so that all moves go one way.
    expect(contested.share).toBeCloseTo(
      (guide?.shares.get('europe') ?? 0) - (map?.shares.get('europe') ?? 0),
      12,
    )
    expect(contested.share).toBeGreaterThan(0)
    expect(contested.moves.map(({ from, to: gaining }) => [from, gaining])).toEqual([['europe', 'east']])
    expect(movedShare(contested.moves)).toBe(contested.share)
  })
})

describe('the words about shares', () => {
  it('name the largest countries of an endpoint', () => {
    const rule = geoproximity(
      ['us-east-1', 0, to('east')],
      ['eu-central-1', 0, to('europe')],
      ['sa-east-1', 0, to('idle')],
    )
    const shares = demandShares(
      compilePolicy(policyOf(weighted([1, to(rule)], [0, to('nobody')])), ALL_UP),
      prepared,
    )
    expect(endpointTexts(shares).get('east')).toBe('east: 22.0 % of demand, largest: United States')
    expect(endpointTexts(shares).get('nobody')).toBe('nobody: no demand')
  })
})
