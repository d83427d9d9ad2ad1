import { describe, expect, it } from 'vitest'
import { readCoordinates, readDecimal } from './coordinates-option'
import { type PlaceOptions, readPlace } from './place-options'

const NOTHING: PlaceOptions = { at: undefined, country: undefined, subdivision: undefined }

async function placeOf(options: Partial<PlaceOptions>) {
  const place = await readPlace({ ...NOTHING, ...options })
  if (!place.ok) throw new Error(place.message)
  return place.value
}

async function faultOf(options: Partial<PlaceOptions>, prefix?: string) {
  const place = await readPlace({ ...NOTHING, ...options }, prefix)
  return place.ok ? null : place.message
}

describe('coordinates', () => {
  it('are two decimal numbers, signs and spaces included', () => {
    expect(readCoordinates('at', '-31.95, 115.86')).toEqual({
      ok: true,
      value: { latitude: -31.95, longitude: 115.86 },
    })
    expect(readCoordinates('at', '+0,-.5')).toEqual({ ok: true, value: { latitude: 0, longitude: -0.5 } })
    expect(readDecimal('1e5')).toBeUndefined()
    expect(readDecimal('')).toBeUndefined()
  })

  it.each(['', '1', '1,2,3', 'a,b', '1;2', '1,', '0x1,2', 'NaN,1'])('%j are refused', (text) => {
    expect(readCoordinates('at', text)).toMatchObject({ ok: false })
  })

  it('lie on the earth', () => {
    expect(readCoordinates('at', '90.1,0')).toMatchObject({ ok: false })
    expect(readCoordinates('resolver-at', '0,-180.5')).toMatchObject({
      ok: false,
      message: '--resolver-at: a longitude is from -180 to 180; -180.5 is not.',
    })
  })
})

describe('the place of a query', () => {
  it('is none where no option names one', async () => {
    expect(await placeOf({})).toBeNull()
  })

  it('finds country and state from coordinates alone', async () => {
    expect(await placeOf({ at: '45.76,4.84' })).toEqual({
      coordinates: { latitude: 45.76, longitude: 4.84 },
      country: 'FR',
      subdivision: null,
    })
    expect(await placeOf({ at: '47.61,-122.33' })).toMatchObject({ country: 'US', subdivision: 'WA' })
  })

  it('is in no country on the open sea, and still somewhere', async () => {
    expect(await placeOf({ at: '0,-30' })).toEqual({
      coordinates: { latitude: 0, longitude: -30 },
      country: null,
      subdivision: null,
    })
  })

  it('stands at the most populous place of a country alone, or of a state', async () => {
    const france = await placeOf({ country: 'FR' })
    expect(france).toMatchObject({ country: 'FR', subdivision: null })
    expect(france?.coordinates?.latitude).toBeCloseTo(48.85, 0)
    const washington = await placeOf({ subdivision: 'WA' })
    expect(washington).toMatchObject({ country: 'US', subdivision: 'WA' })
    expect(washington?.coordinates?.latitude).toBeCloseTo(47.6, 0)
  })

  it('takes what is given over what could be derived: with a country, no state is', async () => {
    expect(await placeOf({ at: '47.61,-122.33', country: 'US' })).toMatchObject({ subdivision: null })
    expect(await placeOf({ at: '47.61,-122.33', country: 'FR' })).toMatchObject({ country: 'FR' })
    expect(await placeOf({ at: '45.76,4.84', subdivision: 'TX' })).toMatchObject({
      country: 'US',
      subdivision: 'TX',
    })
  })

  it('takes codes in small letters, and countries without data of Route 53', async () => {
    expect(await placeOf({ country: 'us', subdivision: 'wa' })).toMatchObject({
      country: 'US',
      subdivision: 'WA',
    })
    expect(await placeOf({ country: 'EH' })).toMatchObject({ country: 'EH' })
  })

  it('refuses codes that are none', async () => {
    expect(await faultOf({ country: 'UK' })).toContain('the United Kingdom is GB')
    expect(await faultOf({ country: 'XX' }, 'resolver-')).toContain('--resolver-country')
    expect(await faultOf({ country: '' })).toContain('there is no country')
    expect(await faultOf({ subdivision: 'XX' })).toContain('US state')
    expect(await faultOf({ country: 'FR', subdivision: 'WA' })).toContain('--country says FR')
    expect(await faultOf({ at: 'here' })).toContain('--at')
  })
})
