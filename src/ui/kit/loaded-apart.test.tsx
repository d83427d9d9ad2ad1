// @vitest-environment jsdom
import { Suspense } from 'react'
import { describe, expect, it } from 'vitest'
import { createAppStore } from '../../store/app-store'
import { mount, shown } from '../testing/mount'
import { loadedApart } from './loaded-apart'

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>
}

describe('a component that is loaded apart', () => {
  it('shows at once when it was loaded before', async () => {
    const apart = loadedApart(async () => Greeting)
    await apart.load()
    const place = mount(<apart.Component name="Ada" />, createAppStore())
    expect(place.textContent).toBe('Hello Ada')
  })

  it('shows what stands in for it until it is loaded', async () => {
    const apart = loadedApart(async () => Greeting)
    const place = mount(
      <Suspense fallback="Loading">
        <apart.Component name="Ada" />
      </Suspense>,
      createAppStore(),
    )
    expect(place.textContent).toBe('Loading')
    await shown(() => expect(place.textContent).toBe('Hello Ada'))
  })
})
