import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_UP } from '../model/world'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { drawBranches, drawEndpoints } from './draw'
import { seededRandom } from './random'
import { anyPlaces, threeLevels } from './testing/three-levels'
import { threeLevelsByHand } from './testing/three-levels-by-hand'

const SEED = 20261123

describe('drawing without a trace', () => {
  it('answers as the hand-written function of the benchmark does, for the same numbers', () => {
    const compiled = compilePolicy(threeLevels(), ALL_UP)
    const [ours, byHand] = [seededRandom(SEED), seededRandom(SEED)]
    const places = anyPlaces(20_000, SEED)
    const answers = places.map((place) => drawEndpoints(compiled, toClient(place), ours)[0]?.endpoint.id)
    expect(answers).toEqual(places.map((place) => threeLevelsByHand(place, byHand)))
    expect(new Set(answers).size).toBe(11)
  })
})

describe('drawing a branch', () => {
  it('takes the branch in whose share of the interval the number falls', () => {
    const choice = { kind: 'split', branches: [4, 7, 9], probabilities: [0.25, 0.5, 0.25] } as const
    const drawnAt = (number: number) => drawBranches(choice, () => number)
    expect([0, 0.2499, 0.25, 0.7499, 0.75, 0.9999].map(drawnAt)).toEqual([[4], [4], [7], [7], [9], [9]])
  })

  it('gives the last branch what rounding leaves over', () => {
    const choice = { kind: 'split', branches: [1, 2], probabilities: [0.1, 0.2] } as const
    expect(drawBranches(choice, () => 0.999)).toEqual([2])
  })

  it('leads nowhere where nothing is chosen', () => {
    expect(drawBranches({ kind: 'none' }, () => 0)).toEqual([])
  })

  it(`draws no number for a choice of one (seed ${SEED})`, () => {
    const never = () => {
      throw new Error('drew a number')
    }
    fc.assert(
      fc.property(fc.nat(), (branch) => {
        expect(drawBranches({ kind: 'one', branch }, never)).toEqual([branch])
      }),
      { seed: SEED },
    )
  })
})
