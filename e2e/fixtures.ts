import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** Adds to `faults` what a page does that it may never do. */
function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    // Chromium reports a violated content security policy here as well.
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught error: ${error.message}`))
}

/**
 * The test function of every spec. Whatever a test checks, it also fails when one of its pages asks another
 * origin, writes an error to the console (a violated content security policy is one) or has an uncaught error.
 * `faults` is the list so far, for a test that provokes one and then removes it.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const { origin } = new URL(baseURL ?? '')
      const faults: string[] = []
      context.on('page', (page) => watch(page, faults))
      // On the context, so that the requests of workers are seen, too.
      context.on('request', (request) => {
        const { protocol, origin: target } = new URL(request.url())
        const isLocal = protocol === 'data:' || protocol === 'blob:'
        if (!isLocal && target !== origin) faults.push(`request to another origin: ${request.url()}`)
      })
      await use(faults)
      base.expect(faults, 'what the pages did against the rules').toEqual([])
    },
    { auto: true },
  ],
})
