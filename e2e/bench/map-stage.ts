import type { Locator } from '@playwright/test'
import { encodeScenarioFile } from '../../src/formats/scenario-file'
import type { Policy } from '../../src/policy/policy'
import { geoproximity } from '../../src/rules/geoproximity/definition'
import { type Scenario, scenarioOf } from '../../src/scenario/scenario'
import { expect } from '../fixtures'
import { MapPage } from '../map-page'
import { MAP_VIEW, type MapCase } from './map-cases'

export const MAP_SIZE = { width: 1280, height: 720 } as const

/** More branches than share a marker in any case. */
const MOST_CLICKS = 4

/** Longer than a test waits: what is measured is not how long the app takes to open, and the machine may be busy. */
const PATIENCE = { timeout: 60_000 } as const

/** The app with a map of a given size, ready to be measured. */
export class MapStage extends MapPage {
  override async painted(): Promise<void> {
    await expect(this.catchments).toBeVisible(PATIENCE)
    await expect(this.legend).toContainText('sample points', PATIENCE)
  }

  /** Makes the map as large as it is to be, by its dividers; its legend takes room according to the policy. */
  async setSize({ width, height }: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.setViewportSize({ width: width + 640, height: height + 440 })
    for (let turn = 0; turn < 8; turn++) {
      const [wider, higher] = await this.surface.evaluate(
        (surface, wanted) =>
          [wanted.width - surface.clientWidth, wanted.height - surface.clientHeight] as const,
        { width, height },
      )
      if (wider === 0 && higher === 0) return
      await this.moveDivider('Width of the canvas', -wider, 0)
      await this.moveDivider('Height of the map', 0, higher)
    }
    throw new Error(`The map cannot be made ${width} × ${height}`)
  }

  private async moveDivider(name: string, dx: number, dy: number): Promise<void> {
    const box = await this.page.getByRole('separator', { name }).boundingBox()
    if (!box) throw new Error(`There is no divider "${name}"`)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx, y + dy)
    await this.page.mouse.up()
  }

  /** Opens a case on a map of `MAP_SIZE`, selects its first location and gives its slider. */
  async show({ title, policy, world }: MapCase): Promise<Locator> {
    const scenario: Scenario = { ...scenarioOf(policy, title), world, view: MAP_VIEW }
    await this.paste(encodeScenarioFile(scenario))
    await this.page.waitForFunction((name) => {
      const field = document.querySelector('input[aria-label="Name of the scenario"]')
      return field instanceof HTMLInputElement && field.value === name
    }, title)
    await this.painted()
    await this.setSize(MAP_SIZE)
    const { rule, place } = firstLocation(policy)
    const marker = this.region.getByRole('button', {
      name: new RegExp(`${place} leads to \\S+ \\(rule ${rule}\\)`),
    })
    await this.page.getByRole('tab', { name: 'Properties' }).click()
    const slider = this.page.getByRole('slider', { name: 'Bias', exact: true })
    // A marker of several branches selects one after the other.
    for (let click = 0; click < MOST_CLICKS && !(await slider.isVisible()); click++) {
      await marker.first().dispatchEvent('click')
      await slider.waitFor({ timeout: 5000 }).catch(() => null)
    }
    await slider.waitFor()
    // The properties may have another height than what was there before.
    await this.setSize(MAP_SIZE)
    return slider
  }

  /** Waits until the app has been kept for use without a network, which it does when it is idle after a visit. */
  async kept(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
  }

  /** Turns the wheel over the middle of the map. */
  async zoomIn(notches: number): Promise<void> {
    const box = await this.surface.boundingBox()
    await this.page.mouse.move((box?.x ?? 0) + MAP_SIZE.width / 2, (box?.y ?? 0) + MAP_SIZE.height / 2)
    for (let notch = 0; notch < notches; notch++) {
      await this.page.mouse.wheel(0, -120)
      await this.page.waitForTimeout(100)
    }
    await this.page.waitForTimeout(500)
  }

  /** The catchments that are on the canvas. */
  async picture(): Promise<Uint32Array> {
    const text = await this.catchments.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The catchments are no canvas')
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      let binary = ''
      for (let at = 0; data && at < data.length; at += 8192) {
        binary += String.fromCharCode(...data.subarray(at, at + 8192))
      }
      return btoa(binary)
    })
    return new Uint32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer)
  }

  /** The colour of the line between catchments, `#rrggbb`. */
  async edgeColour(): Promise<string> {
    return this.region.evaluate((region) => {
      const probe = document.createElement('span')
      probe.style.color = 'var(--text)'
      region.append(probe)
      const parts = getComputedStyle(probe).color.match(/\d+/g) ?? []
      probe.remove()
      return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    })
  }
}

/** The first location of the first geoproximity rule. */
export function firstLocation(policy: Policy) {
  for (const [id, rule] of policy.rules) {
    if (rule.type !== 'geoproximity') continue
    const [branch] = rule.branches
    if (branch) return { rule: id, place: geoproximity.labelOf(branch) }
  }
  throw new Error('The policy has no geoproximity rule')
}
