/** The colours of the map from the page's tokens, as the canvas takes them. */
export interface MapTheme {
  readonly sea: string
  readonly land: string
  readonly line: string
  /** `#rrggbb` of the line between catchments. */
  readonly edge: string
}

/** Reads the tokens as they are on an element now. */
export function readTheme(element: HTMLElement): MapTheme {
  // A custom property reads as it is written, light-dark() and all; as the colour of something it is computed.
  const probe = document.createElement('span')
  probe.hidden = true
  element.append(probe)
  const colourOf = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const theme: MapTheme = {
    sea: colourOf('--sea'),
    land: colourOf('--land'),
    line: colourOf('--text'),
    edge: toHex(colourOf('--text')),
  }
  probe.remove()
  return theme
}

/** Calls back when the page's theme changes, by choice or with the device; returns how to stop. */
export function followTheme(changed: () => void): () => void {
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class', 'style'],
  })
  const device = window.matchMedia('(prefers-color-scheme: dark)')
  device.addEventListener('change', changed)
  return () => {
    chosen.disconnect()
    device.removeEventListener('change', changed)
  }
}

/** Turns the page light while it is printed, and calls back at either turn; returns how to stop. */
export function followPaper(turned: () => void): () => void {
  const root = document.documentElement
  const before = () => {
    root.dataset['paper'] = 'true'
    turned()
  }
  const after = () => {
    delete root.dataset['paper']
    turned()
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

/** `rgb(1, 2, 3)` as `#010203`. */
export function toHex(colour: string): string {
  const parts = colour.match(/[\d.]+/g) ?? []
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`
}
