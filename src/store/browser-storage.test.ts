// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { browserStorage, keepSetting, setting } from './browser-storage'

const KEY = 'catchment:test'

afterEach(() => {
  vi.restoreAllMocks()
  keepSetting(KEY, null)
})

/** A browser that gives no storage, as where cookies are blocked. */
function refuse(): void {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })
}

test('settings are kept in the browser', () => {
  expect(setting(KEY)).toBeNull()
  keepSetting(KEY, 'on')
  expect(setting(KEY)).toBe('on')
  expect(window.localStorage.getItem(KEY)).toBe('on')
  keepSetting(KEY, null)
  expect(setting(KEY)).toBeNull()
  expect(window.localStorage.getItem(KEY)).toBeNull()
})

test('where the browser refuses to keep them, they hold for the visit', () => {
  refuse()
  expect(setting(KEY)).toBeNull()
  keepSetting(KEY, 'on')
  expect(setting(KEY)).toBe('on')
  vi.restoreAllMocks()
  expect(window.localStorage.getItem(KEY)).toBeNull()
})

test('a storage that was refused is empty, and refuses to keep anything', () => {
  refuse()
  const storage = browserStorage()
  expect(storage.length).toBe(0)
  expect(storage.getItem(KEY)).toBeNull()
  expect(() => storage.setItem(KEY, 'on')).toThrow('keeps nothing')
  expect(() => storage.removeItem(KEY)).not.toThrow()
})
