import type { Locator, Page } from '@playwright/test'
import { EditorPage } from './editor-page'

/** The canvas as a user sees it: nodes, rows, handles, menus. */
export class CanvasPage extends EditorPage {
  readonly canvas: Locator
  readonly palette: Locator

  constructor(page: Page) {
    super(page)
    this.canvas = page.getByRole('region', { name: 'Canvas' })
    this.palette = page.getByRole('group', { name: 'Add to the policy' })
  }

  /** Opens a policy document, pasted. */
  async openDocument(document: object): Promise<void> {
    await this.open()
    await this.pastePolicy(document)
    await this.start.waitFor()
  }

  /** The policy as it would be exported. */
  async policy(): Promise<unknown> {
    const parsed: unknown = JSON.parse(await this.exportedDocument())
    return parsed
  }

  /** The ids of the policy's rules and endpoints, in document order. */
  async ids(): Promise<{ readonly rules: readonly string[]; readonly endpoints: readonly string[] }> {
    const policy = await this.policy()
    return { rules: keysIn(policy, 'Rules'), endpoints: keysIn(policy, 'Endpoints') }
  }

  node(id: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`(rule|Endpoint) ${id}$`) })
  }

  get start(): Locator {
    return this.page.getByRole('group', { name: 'Start: the policy record' })
  }

  /** The dot that a connection is drawn from: "the start", "geo-1, France", or a rule for its next branch. */
  handle(of: string): Locator {
    return this.page.getByTitle(
      of.includes(',') || of === 'the start'
        ? `Draw a connection from ${of}`
        : `Draw one more branch from ${of}`,
      { exact: true },
    )
  }

  /** Where a connection of a branch is halfway, in pixels of the page. */
  async middleOfEdge(id: string): Promise<Point> {
    const path = this.page.locator(`[data-id="${id}"] path`).first()
    return await path.evaluate((element) => {
      if (!(element instanceof SVGPathElement)) throw new Error('An edge is no path')
      const point = element.getPointAtLength(element.getTotalLength() / 2)
      const matrix = element.getScreenCTM()
      if (matrix === null) throw new Error('An edge is not on the page')
      return { x: point.x * matrix.a + matrix.e, y: point.y * matrix.d + matrix.f }
    })
  }

  /** Presses at the middle of one thing and lets go at another. */
  async drag(from: Locator, to: Locator | Point): Promise<void> {
    const start = await middleOf(from)
    const end = 'x' in to ? to : await middleOf(to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
    await this.page.mouse.move(end.x, end.y, { steps: 4 })
    await this.page.mouse.up()
  }

  /** Takes a node at its name, where no control is, and moves it. */
  async move(id: string, to: Point): Promise<void> {
    const { x, y } = await boxOf(this.node(id))
    await this.page.mouse.move(x + 60, y + 12)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps: 6 })
    await this.page.mouse.up()
  }

  /** A point of the empty canvas, as a part of its width and height. */
  async emptyPoint(across: number, down: number): Promise<Point> {
    const box = await boxOf(this.page.getByRole('application', { name: 'Policy' }))
    return { x: box.x + box.width * across, y: box.y + box.height * down }
  }

  /** Presses a node at its name, where no control is. */
  async press(id: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    await this.node(id).click({ position: { x: 60, y: 14 }, modifiers })
  }

  async choose(option: string | RegExp): Promise<void> {
    await this.page.getByRole('option', { name: option }).first().click()
  }

  async chooseItem(item: string | RegExp): Promise<void> {
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}

export interface Point {
  readonly x: number
  readonly y: number
}

function membersOf(json: unknown): Map<string, unknown> {
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
}

function keysIn(policy: unknown, key: string): readonly string[] {
  return [...membersOf(membersOf(policy).get(key)).keys()]
}

export async function boxOf(locator: Locator) {
  await locator.waitFor()
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${String(locator)} is not on the page`)
  return box
}

async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator)
  return { x: x + width / 2, y: y + height / 2 }
}
