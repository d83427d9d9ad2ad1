import type { Locator, Page } from '@playwright/test'
import { EditorPage } from './editor-page'
import { expect } from './fixtures'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The map as a user sees it: colours of catchments, markers, legend, tooltip. */
export class MapPage extends EditorPage {
  readonly region: Locator
  readonly legend: Locator
  readonly catchments: Locator

  constructor(page: Page) {
    super(page)
    this.region = page.getByRole('region', { name: 'Map', exact: true })
    this.legend = page.getByRole('region', { name: 'Legend' })
    this.catchments = page.getByTestId('map-catchments')
  }

  /** The part of the map that is moved by mouse and keys. */
  get surface(): Locator {
    return this.region.getByRole('application')
  }

  /** Opens a policy document, pasted, and waits until it is painted. */
  async openDocument(document: object): Promise<void> {
    await this.open()
    await this.pastePolicy(document)
    await this.painted()
  }

  async openPaintedExample(title: string): Promise<void> {
    await this.open()
    await this.openExample(title)
    await this.painted()
  }

  /** Also waits for the part of the map that is loaded last, which hears what is done to markers. */
  async painted(): Promise<void> {
    await expect(this.catchments).toBeVisible()
    await expect(this.legend).toContainText('sample points')
    await expect(this.region.locator('[data-followed]')).toBeAttached()
  }

  /** Painted pixels by colour, as `#rrggbb`; those that were never painted are left out. */
  async colours(): Promise<ReadonlyMap<string, number>> {
    return new Map(
      await this.catchments.evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The catchments are no canvas')
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        const found = new Map<string, number>()
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] === 0) continue
          const bytes = [data[at], data[at + 1], data[at + 2]]
          const colour = `#${bytes.map((byte = 0) => byte.toString(16).padStart(2, '0')).join('')}`
          found.set(colour, (found.get(colour) ?? 0) + 1)
        }
        return [...found]
      }),
    )
  }

  /** How many pixels have a colour. */
  async pixels(colour: string): Promise<number> {
    return (await this.colours()).get(colour) ?? 0
  }

  /** The share of an endpoint as the legend says it: `12.3 %`. */
  share(endpoint: string): Locator {
    return this.legend.getByRole('listitem').filter({ hasText: endpoint })
  }

  /** Where a place is on the page while the map shows the whole world as at first. */
  async pointOf(latitude: number, longitude: number): Promise<Point> {
    const box = await this.surface.boundingBox()
    if (!box) throw new Error('The map is not on the page')
    const size = Math.min(box.width, box.height / 0.6)
    const at = (lat: number, lng: number) => ({
      x: ((lng + 180) / 360) * size,
      y: ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * size,
    })
    const middle = at(25, 10)
    const place = at(latitude, longitude)
    return {
      x: box.x + box.width / 2 + place.x - middle.x,
      y: box.y + box.height / 2 + place.y - middle.y,
    }
  }
}
