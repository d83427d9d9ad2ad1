import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished, vi } from 'vitest'
import type { AppStore } from '../../store/app-store'
import { AppContext } from '../app-context'

setActing(true)
// The test's document lays nothing out, so it has nothing to scroll.
Object.assign(Element.prototype, { scrollIntoView: () => {} })

/** Shows a component on a store in the test's document, until the test ends; gives back where it stands. */
export function mount(component: ReactNode, store: AppStore): HTMLElement {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  act(() => root.render(<AppContext value={store}>{component}</AppContext>))
  onTestFinished(() => {
    act(() => root.unmount())
    place.remove()
  })
  return place
}

/** Does what changes the store or the page, and waits until it shows. */
export function doing(action: () => void): void {
  act(action)
}

/** What is found once everything that had to be loaded is there. */
export async function shown<T>(find: () => T): Promise<T> {
  // What loads comes by itself, outside of any act().
  setActing(false)
  try {
    return await vi.waitFor(find, { timeout: 20_000 })
  } finally {
    setActing(true)
  }
}

/** The field with a label and, where several have it, a role. */
export function field(place: HTMLElement, label: string, role?: string): HTMLInputElement {
  const found = [...place.querySelectorAll('label')]
    .filter((each) => each.textContent === label)
    .map(({ control }) => control)
    .find((control) => role === undefined || control?.getAttribute('role') === role)
  if (!(found instanceof HTMLInputElement)) throw new Error(`there is no field with the label "${label}"`)
  return found
}

/** The button with a text or label. */
export function button(place: HTMLElement, name: string): HTMLButtonElement {
  const found = [...place.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === name || each.textContent.trim() === name,
  )
  if (!found) throw new Error(`there is no button "${name}"`)
  return found
}

/** Puts the focus into a field and types over all of its text. */
export function type(into: HTMLInputElement, text: string): void {
  // React watches the property itself, so the browser's own setter must be called past it.
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  act(() => {
    into.focus()
    value?.set?.call(into, text)
    into.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Presses a key where the focus is. */
export function press(key: string): void {
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  })
}

export function click(element: HTMLElement): void {
  act(() => element.click())
}

/** React asks for it wherever act() is used outside its own test renderers. */
function setActing(acting: boolean): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: acting })
}
