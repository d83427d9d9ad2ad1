import { paintedText } from './picture-of'
import { policySummary } from './policy-summary'
import type { ShownScene } from './shown-scene'

// On paper there is the map with its legend, and below it the policy in words; `print.css` hides all else. The dialog
// prints a picture made for it; the browser's own command prints the map as it is on screen.

/** CSS pixels that an upright sheet of A4 or Letter has between its margins, less a line or two. */
const SHEET = { width: 680, height: 920 } as const

/** By how much a map with its legend is drawn larger or smaller, so that it fills a sheet without being cut. */
export function sheetZoom(width: number, height: number): number {
  if (width <= 0 || height <= 0) return 1
  return Math.min(SHEET.width / width, SHEET.height / height)
}

/** Readies the page whenever it is printed; returns how to stop. `pane` is the map with its legend. */
export function followPrint(pane: HTMLElement, sceneNow: () => ShownScene): () => void {
  const before = () => {
    const { width, height } = pane.getBoundingClientRect()
    const { style } = document.documentElement
    // The map is drawn for its size on screen: it keeps it, and is scaled to the sheet as a whole.
    style.setProperty('--print-width', `${width}px`)
    style.setProperty('--print-height', `${height}px`)
    style.setProperty('--print-zoom', `${sheetZoom(width, height)}`)
    const summary = summaryElement(sceneNow())
    // Some browsers say twice that they are about to print.
    document.querySelector('.print-summary')?.remove()
    document.body.append(summary)
    // A sheet is narrow, and the map may be built anew for it: the summary stays until all is printed.
    window.addEventListener('afterprint', () => summary.remove(), { once: true })
  }
  window.addEventListener('beforeprint', before)
  return () => window.removeEventListener('beforeprint', before)
}

/** Prints a picture of the map instead of the map on screen. Rejects where the browser cannot draw it. */
export async function printPicture(svg: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  image.alt = ''
  image.className = 'print-picture'
  document.body.dataset['printing'] = 'picture'
  document.body.prepend(image)
  const done = () => {
    image.remove()
    delete document.body.dataset['printing']
    URL.revokeObjectURL(address)
  }
  try {
    await image.decode()
  } catch {
    done()
    throw new Error('This browser cannot draw the picture.')
  }
  window.addEventListener('afterprint', done, { once: true })
  window.print()
}

function summaryElement(scene: ShownScene): HTMLElement {
  const { scenario } = scene
  const section = document.createElement('section')
  section.className = 'print-summary'
  section.append(withText('h1', scenario.name), withText('p', paintedText(scene)))
  for (const { heading, lines } of policySummary(scenario)) {
    const part = document.createElement('div')
    const list = document.createElement('ul')
    list.append(...lines.map((line) => withText('li', line)))
    part.append(withText('h2', heading), list)
    section.append(part)
  }
  return section
}

function withText(name: 'h1' | 'h2' | 'li' | 'p', text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
