import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../../engine/compile'
import type { Atlas } from '../../../geo/atlas'
import type { Gazetteer } from '../../../geo/gazetteer'
import { loadAtlas, loadGazetteer } from '../../../geo/load'
import { ALL_UP, type World } from '../../../model/world'
import {
  geolocation,
  geoproximity,
  multivalue,
  policyOf,
  to,
  weighted,
  withKeys,
} from '../../../policy/testing/policy-of'
import { spokenStory, storyOf } from './story'

const LYON = { latitude: 45.76, longitude: 4.84 }

describe('the story of a place', () => {
  let atlas: Atlas
  let gazetteer: Gazetteer
  beforeAll(async () => {
    atlas = await loadAtlas()
    gazetteer = await loadGazetteer()
  })

  const policy = policyOf(
    geolocation(
      withKeys(to(geoproximity(['eu-west-3', 35, to('paris')], ['eu-central-1', 0, to('frankfurt')])), {
        Country: 'FR',
      }),
      withKeys(to(weighted([1, to('blue')], [3, to('green')])), { Continent: 'EU' }),
    ),
  )

  function ask(coordinates: typeof LYON, world: World = ALL_UP) {
    return storyOf(compilePolicy(policy, world), coordinates, atlas, gazetteer)
  }

  it('names the place, what it gets, the rules that decided and what came next', () => {
    const { place, position, distribution, chapters } = ask(LYON)
    expect(place).toBe('near Lyon, France')
    expect(position).toBe('45.76° N, 4.84° E')
    expect(distribution.endpoints).toEqual([{ endpoint: 'paris', probability: 1 }])
    const [country, nearest] = chapters
    expect(country?.title).toBe('Geolocation geo-1')
    expect(country?.text).toMatch(/^France: the smallest place/)
    expect(country?.runnerUp).toBe('Europe')
    expect(nearest?.title).toBe('Geoproximity geoproximity-2')
    expect(nearest?.text).toMatch(/^eu-west-3: nearest after bias, \d+ km × 0\.65 \(bias \+35\) = \d+ km$/)
    expect(nearest?.runnerUp).toMatch(/^eu-central-1, \d+ km$/)
  })

  it('gives the chances where chance decides', () => {
    const { distribution, chapters } = ask({ latitude: 52.5, longitude: 13.4 })
    expect(distribution.endpoints.map(({ probability }) => probability)).toEqual([0.75, 0.25])
    expect(chapters.at(-1)?.text).toBe('By its share of the weights: blue 25 %, green 75 %')
  })

  it('names three of many that chance decides between, since each stands with its chance above', () => {
    const many = policyOf(multivalue(...['a', 'b', 'c', 'd', 'e'].map((each) => to(each))))
    const { chapters } = storyOf(compilePolicy(many, ALL_UP), LYON, atlas, gazetteer)
    expect(chapters.at(-1)?.text).toMatch(/: a 100 %, b 100 %, c 100 % and 2 more$/)
  })

  it('says why there is no answer, on land and at sea', () => {
    expect(ask({ latitude: -10, longitude: -52 }).chapters.at(-1)?.text).toContain('no default')
    const atSea = ask({ latitude: 0, longitude: -25 })
    expect(atSea.place).toBe('At sea')
    expect(atSea.position).toBe('0.00° N, 25.00° W')
    expect(atSea.distribution.nodata).toBe(1)
  })

  it('says that the endpoint is down', () => {
    const { chapters } = ask(LYON, { ...ALL_UP, down: new Set(['paris']) })
    expect(chapters.at(-1)?.text).toBe('paris is down: black-holed')
  })

  it('can be spoken', () => {
    expect(spokenStory(ask(LYON))).toMatch(
      /^near Lyon, France: paris\. eu-west-3: nearest after bias, .* Next: eu-central-1, \d+ km\.$/,
    )
    expect(spokenStory(ask({ latitude: 0, longitude: -25 }))).toMatch(
      /^At sea, 0\.00° N, 25\.00° W: no answer\. No location of the rule/,
    )
  })
})
