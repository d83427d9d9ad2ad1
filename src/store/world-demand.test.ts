import { expect, test } from 'vitest'
import { createDemandLoader } from './world-demand'

/** A demand of one place that no list knows: it cannot be made ready. */
const model = {
  name: 'log.csv',
  unit: 'queries',
  places: [{ country: 'XX', subdivision: null, city: null, coordinates: null, weight: 6 }],
  leftOut: { rows: 0, weight: 0 },
}

test('the demand of a scenario is made ready once', async () => {
  const load = createDemandLoader()
  const own = { ...model, places: model.places.map((place) => ({ ...place, country: 'DE' })) }
  expect(await load(own)).toBe(await load(own))
})

test('a demand that could not be made ready is tried again', async () => {
  const load = createDemandLoader()
  const first = load(model)
  await expect(first).rejects.toThrow(/./)
  const second = load(model)
  expect(second).not.toBe(first)
  await expect(second).rejects.toThrow(/./)
})
