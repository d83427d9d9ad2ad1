import { describe, expect, it } from 'vitest'
import { isJsonObject, type Json, toJson } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import {
  coordinatesOf,
  type GeoproximityLocation,
  type Located,
  readLocation,
  sameLocation,
  writeLocation,
} from './location'

function read(document: unknown): Located {
  const json = toJson(document)
  if (!isJsonObject(json)) throw new Error('not an object')
  return readLocation(json)
}

/** The text of a branch after a location was written over it. */
function written(over: unknown, located: Located): string {
  const json = toJson(over)
  const into = new Map<string, Json>(isJsonObject(json) ? json : [])
  writeLocation(into, located)
  return toJsonText(into)
}

const DUBLIN: GeoproximityLocation = { kind: 'region', name: 'eu-west-1' }
const ATLANTA: GeoproximityLocation = { kind: 'localZone', name: 'us-east-1-atl-1a' }
const POINT: GeoproximityLocation = { kind: 'coordinates', latitude: 51.5, longitude: -0.16 }

describe('the location of a geoproximity branch (route53.md 3.3)', () => {
  it('is read from either format', () => {
    expect(read({ Region: 'aws:route53:eu-west-1' })).toEqual({ form: 'flat', location: DUBLIN })
    expect(read({ Latitude: '51.50', Longitude: '-0.16' })).toEqual({ form: 'flat', location: POINT })
    expect(read({ Location: { Type: 'Region', LocationName: 'aws:route53:eu-west-1' } })).toEqual({
      form: 'nested',
      location: DUBLIN,
    })
    expect(read({ Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } })).toEqual({
      form: 'nested',
      location: ATLANTA,
    })
    expect(read({ Location: { Type: 'Coordinate', Latitude: 51.5, Longitude: -0.16 } })).toEqual({
      form: 'nested',
      location: POINT,
    })
  })

  it('is none, or unreadable, where the document is incomplete or wrong', () => {
    expect(read({ Location: null, Region: null }).location).toEqual({ kind: 'none' })
    expect(read({ Location: 'here' }).location).toEqual({ kind: 'unreadable', raw: 'here' })
    expect(read({ Location: { Type: 'Planet' } }).location).toMatchObject({ kind: 'unreadable' })
    expect(read({ Region: 'eu-west-1' }).location).toEqual({
      kind: 'region',
      name: { malformed: 'eu-west-1' },
    })
    expect(read({ Longitude: '5' }).location).toEqual({
      kind: 'coordinates',
      latitude: undefined,
      longitude: 5,
    })
  })

  it('is a point where it is known, and nothing where it is not', () => {
    expect(coordinatesOf(POINT)).toEqual({ latitude: 51.5, longitude: -0.16 })
    expect(coordinatesOf(DUBLIN)).toMatchObject({ latitude: 53.33, longitude: -6.24 })
    expect(coordinatesOf(ATLANTA)).toMatchObject({ latitude: 33.64, longitude: -84.43 })
    const nowhere: readonly GeoproximityLocation[] = [
      { kind: 'region', name: 'mars-north-1' },
      { kind: 'region', name: undefined },
      { kind: 'localZone', name: 'us-east-1-atl-1' },
      { kind: 'localZone', name: { malformed: 'us-east-1-atl-1a' } },
      { kind: 'coordinates', latitude: 5, longitude: undefined },
      { kind: 'coordinates', latitude: { malformed: 'x' }, longitude: 5 },
      { kind: 'none' },
      { kind: 'unreadable', raw: 'here' },
    ]
    expect(nowhere.map(coordinatesOf)).toEqual(nowhere.map(() => null))
  })

  it('keeps its spelling when it is written as it was read', () => {
    const branches = [
      { Latitude: '51.50', Bias: 1, Longitude: -0.16 },
      { Location: { Longitude: '-0.160', note: 1, Type: 'Coordinate', Latitude: '51.5' } },
      { Location: { Type: 'Planet' } },
      { Region: 'eu-west-1' },
      { Location: null },
    ]
    for (const branch of branches) expect(written(branch, read(branch))).toBe(JSON.stringify(branch))
  })

  it('moves within its format, keeping unknown keys of the same kind of place', () => {
    const nested = { Location: { Type: 'Region', LocationName: 'aws:route53:us-east-1', note: 1 }, Bias: 5 }
    expect(written(nested, { form: 'nested', location: DUBLIN })).toBe(
      '{"Location":{"Type":"Region","LocationName":"aws:route53:eu-west-1","note":1},"Bias":5}',
    )
    expect(written(nested, { form: 'nested', location: POINT })).toBe(
      '{"Location":{"Type":"Coordinate","Latitude":"51.5","Longitude":"-0.16"},"Bias":5}',
    )
    expect(written(nested, { form: 'nested', location: { kind: 'none' } })).toBe('{"Bias":5}')
    expect(written({ Latitude: 5, Longitude: 6 }, { form: 'flat', location: POINT })).toBe(
      '{"Latitude":51.5,"Longitude":-0.16}',
    )
    expect(written({ Latitude: 5, Longitude: 6 }, { form: 'flat', location: DUBLIN })).toBe(
      '{"Region":"aws:route53:eu-west-1"}',
    )
    expect(written({ Region: 'aws:route53:us-east-1' }, { form: 'flat', location: { kind: 'none' } })).toBe(
      '{}',
    )
  })

  it('moves between the formats', () => {
    expect(written({ Region: 'aws:route53:eu-west-1', Bias: 5 }, { form: 'nested', location: DUBLIN })).toBe(
      '{"Bias":5,"Location":{"Type":"Region","LocationName":"aws:route53:eu-west-1"}}',
    )
    expect(
      written(
        { Location: { Type: 'Coordinate', Latitude: 51.5, Longitude: 1 } },
        { form: 'flat', location: POINT },
      ),
    ).toBe('{"Latitude":"51.5","Longitude":"-0.16"}')
  })

  it('keeps a Local Zone and what is unreadable in the older format too, where they are reported', () => {
    const zone = { Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } }
    expect(written(zone, { form: 'flat', location: ATLANTA })).toBe(JSON.stringify(zone))
    expect(written({ Region: 'aws:route53:eu-west-1' }, { form: 'flat', location: ATLANTA })).toBe(
      JSON.stringify(zone),
    )
    expect(written({}, { form: 'flat', location: { kind: 'unreadable', raw: 'here' } })).toBe(
      '{"Location":"here"}',
    )
  })
})

describe('the same location', () => {
  it('says the same, malformed parts included', () => {
    const locations: readonly GeoproximityLocation[] = [
      DUBLIN,
      { kind: 'region', name: 'eu-west-2' },
      { kind: 'region', name: { malformed: 'eu-west-1' } },
      { kind: 'localZone', name: 'eu-west-1' },
      POINT,
      { kind: 'coordinates', latitude: 51.5, longitude: { malformed: 'x' } },
      { kind: 'none' },
      { kind: 'unreadable', raw: 'here' },
      { kind: 'unreadable', raw: 'there' },
    ]
    for (const [index, location] of locations.entries()) {
      const same = locations.map((other) => sameLocation(structuredClone(location), other))
      expect(same).toEqual(locations.map((_, other) => other === index))
    }
  })
})
