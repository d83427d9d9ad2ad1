// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { printPicture } from './print'

/** A browser that draws pictures, or does not; jsdom has neither pictures nor paper. */
function browser(decode: () => Promise<void>) {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override createObjectURL = () => 'blob:picture'
      static override revokeObjectURL = () => {}
    },
  )
  Object.assign(HTMLImageElement.prototype, { decode })
  return { print, pictures: () => document.querySelectorAll('.print-picture').length }
}

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(HTMLImageElement.prototype, 'decode')
})

test('a picture is on the page until it is printed', async () => {
  const { print, pictures } = browser(() => Promise.resolve())
  await printPicture('<svg/>')
  expect(print).toHaveBeenCalledOnce()
  expect(pictures()).toBe(1)
  window.dispatchEvent(new Event('afterprint'))
  expect(pictures()).toBe(0)
  expect(document.body.dataset['printing']).toBeUndefined()
})

test('a picture that the browser cannot draw is not printed, which is said', async () => {
  const { print, pictures } = browser(() => Promise.reject(new Error('broken')))
  await expect(printPicture('<svg/>')).rejects.toThrow('draw')
  expect(print).not.toHaveBeenCalled()
  expect(pictures()).toBe(0)
  expect(document.body.dataset['printing']).toBeUndefined()
})
