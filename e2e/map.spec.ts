import { axeFaults } from './axe-faults'
import { expect, test } from './fixtures'
import { MapPage } from './map-page'

const FIRST = '#0072b2'
const SECOND = '#e69f00'
const THIRD = '#009e73'

const value = (address: string) => ({ Type: 'value', Value: address })
const region = (name: string, endpoint: string, bias = '0') => ({
  Location: { Type: 'Region', LocationName: `aws:route53:${name}` },
  EndpointReference: endpoint,
  Bias: bias,
})

/** Brazil to its own site, Germany nowhere, everybody else to the nearer of two. */
const WORLD = {
  AWSPolicyFormatVersion: '2023-05-09',
  RecordType: 'A',
  StartRule: 'places',
  Endpoints: { brazil: value('192.0.2.1'), west: value('192.0.2.2'), east: value('192.0.2.3') },
  Rules: {
    places: {
      RuleType: 'geo',
      Locations: [
        { Country: 'BR', EndpointReference: 'brazil' },
        ...['NA', 'EU', 'AS', 'AF', 'OC'].map((Continent) => ({ Continent, RuleReference: 'nearest' })),
      ],
    },
    nearest: {
      RuleType: 'geoproximity',
      GeoproximityLocations: [region('us-east-1', 'west'), region('ap-southeast-1', 'east')],
    },
  },
}

test('paints every catchment in its endpoint’s colour and counts the land', async ({ page }) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  await expect
    .poll(async () => Math.min(...(await Promise.all([FIRST, SECOND, THIRD].map((c) => map.pixels(c))))))
    .toBeGreaterThan(500)
  await expect(map.share('frankfurt')).toContainText(/\d %/)
  const explanation = map.legend.getByText(/^An estimate from [\d,]+ sample points/)
  await expect(explanation).toBeHidden()
  await map.legend.getByRole('button', { name: 'estimate ± 0.7 points' }).click()
  await expect(explanation).toBeVisible()
  await expect(map.region.getByText(/^Estimated shares of land area: /)).toBeAttached()
})

test('follows the slider while it is dragged, and says how fast', async ({ page }) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  const slider = page.getByRole('slider', { name: /bias/i }).first()
  const box = await slider.boundingBox()
  if (!box) throw new Error('The slider is not on the page')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.62, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, y)
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('catchment:repaint').length))
    .toBeGreaterThan(0)
  const before = await map.pixels(FIRST)
  for (let step = 1; step <= 12; step++) await page.mouse.move(box.x + box.width * (0.6 + 0.03 * step), y)
  // The button is still held: the picture must not wait for its release.
  await expect.poll(() => map.pixels(FIRST)).toBeGreaterThan(before * 1.2)
  await page.mouse.up()
  await page.keyboard.press('Control+z')
  await expect.poll(() => map.pixels(FIRST)).toBeLessThan(before * 1.1)
  const measures = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, duration }) => ({ name, isTimed: duration >= 0 })),
  )
  expect(measures).toContainEqual({ name: 'catchment:repaint', isTimed: true })
  expect(measures).toContainEqual({ name: 'catchment:shares', isTimed: true })
})

test('paints places without an answer in red, and those with several answers in stripes', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  await expect.poll(() => map.pixels('#b0181e')).toBeGreaterThan(500)
  await expect(map.share('No answer')).toBeVisible()

  await map.openExample('80/20 canary')
  await expect.poll(() => map.pixels('#b0181e')).toBe(0)
  const [first, second] = [await map.pixels(FIRST), await map.pixels(SECOND)]
  expect(first / (first + second)).toBeCloseTo(0.8, 1)
  await expect(map.share('No answer')).toHaveCount(0)
})

test('says at the pointer which place it is, who it reaches and why', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const brazil = await map.pointOf(-10, -52)
  await page.mouse.move(brazil.x, brazil.y)
  const tooltip = page.getByTestId('map-tooltip')
  await expect(tooltip).toContainText('Brazil')
  await expect(tooltip).toContainText(/brazil\s*100 %/)
  await expect(tooltip).toContainText('Brazil: the smallest place')
  const argentina = await map.pointOf(-35, -65)
  await page.mouse.move(argentina.x, argentina.y)
  await expect(tooltip).toContainText(/No answer\s*100 %/)
  await expect(tooltip).toContainText('no default')
  await page.mouse.move(5, 5)
  await expect(tooltip).toHaveCount(0)
})

test('asks for the place that is clicked and marks it', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const brazil = await map.pointOf(-10, -52)
  await page.mouse.click(brazil.x, brazil.y)
  await expect(page.getByRole('combobox', { name: 'Who asks?' })).toHaveValue(/Brazil$/)
  await expect(map.answer).toContainText('192.0.2.1')
  const mark = await page.getByTestId('asked-client').locator('svg').boundingBox()
  expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - brazil.x)).toBeLessThan(3)
  expect(Math.abs((mark?.y ?? 0) + (mark?.height ?? 0) - brazil.y)).toBeLessThan(6)
})

test('is moved, zoomed and asked by keys alone', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  await map.surface.focus()
  await expect(page.getByTestId('map-crosshair')).toBeVisible()
  await page.keyboard.press('Enter')
  // The middle of the whole world, 25° N 10° E, lies where Libya and Algeria meet.
  const place = page.getByRole('combobox', { name: 'Who asks?' })
  await expect(place).toHaveValue(/(Libya|Algeria)$/)
  await page.keyboard.press('+')
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(place).not.toHaveValue(/(Libya|Algeria)$/)
  await expect(map.answer).toContainText(/192\.0\.2\./)
})

test('never goes blank while it is zoomed and dragged', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  await expect(page.getByTestId('map-around')).toBeAttached()
  await page.waitForTimeout(1000)
  // Every frame: each corner and the middle lie on the sharp picture or on that of the whole world.
  await page.evaluate(() => {
    const sharp = document.querySelector('[data-testid="map-catchments"]')
    const around = document.querySelector('[data-testid="map-around"]')
    const stage = sharp?.parentElement
    const look = () => {
      const whole = stage?.getBoundingClientRect()
      const part = sharp?.getBoundingClientRect()
      const isFilled = around instanceof HTMLElement && !around.hidden
      if (whole && part && !isFilled) {
        const slack = 1
        const covers =
          part.left <= whole.left + slack &&
          part.top <= whole.top + slack &&
          part.right >= whole.right - slack &&
          part.bottom >= whole.bottom - slack
        if (!covers) stage?.setAttribute('data-blank', JSON.stringify({ whole, part }))
      }
      requestAnimationFrame(look)
    }
    look()
  })
  const middle = await map.pointOf(25, 10)
  await page.mouse.move(middle.x, middle.y)
  for (let step = 0; step < 6; step++) await page.mouse.wheel(0, -200)
  await page.mouse.down()
  await page.mouse.move(middle.x - 200, middle.y + 60, { steps: 12 })
  await page.mouse.up()
  for (let step = 0; step < 6; step++) await page.mouse.wheel(0, 200)
  await map.region.getByRole('button', { name: 'Show the whole world' }).click()
  expect(await map.catchments.locator('..').getAttribute('data-blank')).toBeNull()
})

test('shows the borders as they were while a bias is dragged, and no longer when it is let go', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  const ghost = page.getByTestId('map-ghost')
  await expect(ghost).toBeHidden()
  const box = await page.getByRole('slider', { name: /bias/i }).first().boundingBox()
  if (!box) throw new Error('The slider is not on the page')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.62, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, y, { steps: 5 })
  await expect(ghost).toBeVisible()
  const line = await ghost.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The ghost is no canvas')
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let opaque = 0
    for (let at = 3; at < data.length; at += 4) if (data[at] === 255) opaque++
    return opaque / (data.length / 4)
  })
  expect(line).toBeGreaterThan(0.0005)
  expect(line).toBeLessThan(0.02)
  await page.mouse.up()
  await expect(ghost).toBeHidden()
})

test('has painted pixels in every frame of a drag and of a zoom', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  await page.waitForTimeout(1000)
  // In every frame, a grid of points of the screen: each lies on a painted pixel of one of the two pictures.
  await map.region.evaluate((region) => {
    const canvases = ['map-catchments', 'map-around'].map((id) =>
      region.querySelector(`[data-testid="${id}"]`),
    )
    const isPainted = (canvas: Element | null, x: number, y: number) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.hidden) return false
      const box = canvas.getBoundingClientRect()
      const column = Math.floor(((x - box.left) / box.width) * canvas.width)
      const row = Math.floor(((y - box.top) / box.height) * canvas.height)
      if (column < 0 || row < 0 || column >= canvas.width || row >= canvas.height) return false
      return canvas.getContext('2d')?.getImageData(column, row, 1, 1).data[3] === 255
    }
    const look = () => {
      const box = canvases[0]?.parentElement?.getBoundingClientRect()
      for (let at = 0; box && at < 25; at++) {
        const x = box.left + box.width * (0.1 + 0.2 * (at % 5))
        const y = box.top + box.height * (0.1 + 0.2 * Math.floor(at / 5))
        if (!canvases.some((canvas) => isPainted(canvas, x, y)))
          region.setAttribute('data-blank', `${x} ${y}`)
      }
      region.setAttribute('data-looks', String(Number(region.getAttribute('data-looks') ?? 0) + 1))
      requestAnimationFrame(look)
    }
    look()
  })
  const middle = await map.pointOf(25, 10)
  await page.mouse.move(middle.x + 60, middle.y)
  for (let step = 0; step < 8; step++) {
    await page.mouse.wheel(0, -200)
    await page.waitForTimeout(40)
  }
  for (const [dx, dy] of [
    [-250, 60],
    [220, -120],
    [-180, 90],
  ] as const) {
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down()
    await page.mouse.move(middle.x + dx, middle.y + dy, { steps: 15 })
    await page.mouse.up()
  }
  for (let step = 0; step < 8; step++) {
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(500)
  expect(Number(await map.region.getAttribute('data-looks'))).toBeGreaterThan(10)
  expect(await map.region.getAttribute('data-blank')).toBeNull()
})

test('goes round the world: east of the Pacific lies America', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const [from, to] = [await map.pointOf(0, 150), await map.pointOf(0, -60)]
  for (let turn = 0; turn < 3; turn++) {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    // Let go at rest, or the map glides on by as much as the machine was slow.
    await page.waitForTimeout(200)
    await page.mouse.up()
    await page.waitForTimeout(100)
  }
  // Three times 210° to the east of 10° E is 80° W.
  await map.surface.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who asks?' })).toHaveValue(
    /United States|Cuba|Bahamas|Mexico|sea/,
  )
  await expect.poll(() => map.pixels(FIRST)).toBeGreaterThan(100)
})

test('has a marker at each location that selects its branch', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const marker = map.region.getByRole('button', { name: 'us-east-1 leads to west (rule nearest)' })
  await marker.click()
  await expect(marker).toHaveAttribute('data-selected', 'true')
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('nearest')

  // Alone, the rule answers in Brazil and Argentina, too.
  await expect.poll(() => map.pixels('#b0181e')).toBeGreaterThan(100)
  await map.region.getByText('This rule', { exact: true }).click()
  await expect.poll(() => map.pixels('#b0181e')).toBe(0)
  expect(await map.pixels(FIRST)).toBe(0)
  await map.region.getByText('Whole policy', { exact: true }).click()
  await expect.poll(() => map.pixels(FIRST)).toBeGreaterThan(100)
})

test('is zoomed by the wheel over a marker, too', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const before = await map.pixels(FIRST)
  await map.region.getByRole('button', { name: 'us-east-1 leads to west (rule nearest)' }).hover()
  for (let step = 0; step < 4; step++) {
    await page.mouse.wheel(0, -200)
    await page.waitForTimeout(100)
  }
  // Brazil, which the first colour stands for, is out of sight.
  expect(before).toBeGreaterThan(100)
  await expect.poll(() => map.pixels(FIRST)).toBe(0)
})

test('tells in the legend which endpoint is down and what is black-holed, and folds away', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  const markDown = async (endpoint: string) => {
    await page.getByRole('switch', { name: endpoint, exact: true }).click()
  }
  await page.getByText(/^What is up\?/).click()
  await markDown('warsaw')
  // Its health check sees it, so nobody is sent there any more.
  await expect(map.share('warsaw')).toContainText(/down\s*0\.0 %/)
  const fold = map.legend.getByRole('button', { name: 'Share of land area' })
  await fold.click()
  await expect(map.share('warsaw')).toBeHidden()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await fold.click()

  await map.pastePolicy(WORLD)
  await expect(map.share('brazil')).toBeVisible()
  await markDown('brazil')
  await expect(map.share('brazil')).toContainText(/black-holed\s*6\.\d %/)
})

test('follows the theme', async ({ page }) => {
  const map = new MapPage(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await map.openDocument(WORLD)
  const sea = () =>
    page.getByTestId('map-world').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The world is no canvas')
      return [...(canvas.getContext('2d')?.getImageData(2, canvas.height / 2, 1, 1).data ?? [])][0] ?? 0
    })
  // Land and borders are drawn when the browser has nothing else to do.
  await expect.poll(sea).toBeGreaterThan(150)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(sea).toBeLessThan(100)
  // Paper is white: the browser's own print command does not take the colours of a dark screen.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await sea()).toBeGreaterThan(150)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await sea()).toBeLessThan(100)
})

test('says why nobody gets an answer, and leads to where it is mended', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument({
    ...WORLD,
    Rules: { empty: { RuleType: 'weighted', Items: [] } },
    StartRule: 'empty',
  })
  const message = map.region.getByRole('status').filter({ hasText: 'Nobody gets an answer' })
  await expect(message).toContainText('No branch of empty leads anywhere yet')
  await message.getByRole('button', { name: 'See the problems' }).click()
  await expect(page.getByRole('tab', { name: /^Problems/ })).toHaveAttribute('aria-selected', 'true')
  await message.getByRole('button', { name: 'Go to empty' }).click()
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('Weighted rule')
})

test('says what to do while there is nothing to paint', async ({ page }) => {
  const map = new MapPage(page)
  await map.open()
  await expect(map.region).toContainText('connect the start to a rule or an endpoint')
  await map.region.getByRole('button', { name: 'Open an example' }).click()
  await expect(page.getByRole('dialog', { name: 'Examples' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(map.legend).toHaveCount(0)
})

test('stands beside its legend on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  const [surface, legend] = [await map.surface.boundingBox(), await map.legend.boundingBox()]
  expect((surface?.y ?? 0) + (surface?.height ?? 0)).toBeLessThanOrEqual((legend?.y ?? 0) + 1)
})

test('has no accessibility faults', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(WORLD)
  expect(await axeFaults(page, ['section[aria-label="Map"]'])).toEqual([])
})
