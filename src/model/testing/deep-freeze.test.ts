import { expect, it } from 'vitest'
import { deepFreeze } from './deep-freeze'

it('refuses every change of a frozen fixture, however deep', () => {
  const fixture = deepFreeze({
    list: [{ name: 'a' }],
    map: new Map([['key', { name: 'b' }]]),
    set: new Set([1]),
  })
  expect(() => fixture.list.push({ name: 'c' })).toThrow(TypeError)
  expect(() => fixture.map.set('other', { name: 'c' })).toThrow(TypeError)
  expect(() => fixture.map.delete('key')).toThrow(TypeError)
  expect(() => fixture.map.clear()).toThrow(TypeError)
  expect(() => fixture.set.add(2)).toThrow(TypeError)
  expect(() => Object.assign(fixture.map.get('key') ?? {}, { name: 'c' })).toThrow(TypeError)
  expect(fixture).toEqual({
    list: [{ name: 'a' }],
    map: new Map([['key', { name: 'b' }]]),
    set: new Set([1]),
  })
})
