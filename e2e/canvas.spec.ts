import { boxOf, CanvasPage } from './canvas-page'
import { expect, test } from './fixtures'

const V = '2023-05-09'
const value = (address: string) => ({ Type: 'value', Value: address })

const SPLIT = {
  AWSPolicyFormatVersion: V,
  RecordType: 'A',
  StartRule: 'split',
  Endpoints: { blue: value('192.0.2.1'), green: value('192.0.2.2') },
  Rules: {
    split: {
      RuleType: 'weighted',
      Items: [
        { Weight: '3', EndpointReference: 'blue' },
        { Weight: '1', EndpointReference: 'green' },
      ],
    },
  },
}

const NESTED = {
  AWSPolicyFormatVersion: V,
  RecordType: 'A',
  StartRule: 'places',
  Endpoints: { paris: value('192.0.2.1'), rest: value('192.0.2.2'), spare: value('192.0.2.3') },
  Rules: {
    places: {
      RuleType: 'geo',
      Locations: [
        { Country: 'FR', RuleReference: 'safe' },
        { IsDefault: true, EndpointReference: 'rest' },
      ],
    },
    safe: {
      RuleType: 'failover',
      Primary: { EndpointReference: 'paris', HealthCheck: '11111111-2222-3333-4444-555555555555' },
      Secondary: { EndpointReference: 'spare' },
    },
  },
}

const NEAR = {
  AWSPolicyFormatVersion: V,
  RecordType: 'A',
  StartRule: 'near',
  Endpoints: { fra: value('192.0.2.1'), iad: value('192.0.2.2') },
  Rules: {
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: ['eu-central-1', 'us-east-1'].map((region, index) => ({
        Location: { Type: 'Region', LocationName: `aws:route53:${region}` },
        Bias: '0',
        EndpointReference: ['fra', 'iad'][index],
      })),
    },
  },
}

test.describe('by mouse', () => {
  test('a policy is designed from an empty canvas', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.open()
    await expect(page.getByRole('region', { name: 'How to begin' })).toBeVisible()
    await editor.drag(
      editor.palette.getByRole('button', { name: 'Weighted' }),
      await editor.emptyPoint(0.45, 0.2),
    )
    await expect(editor.node('weighted-1')).toBeVisible()
    await expect(page.getByRole('region', { name: 'How to begin' })).toBeHidden()
    // Onto empty canvas: a menu offers what fits there.
    await editor.drag(editor.handle('weighted-1'), await editor.emptyPoint(0.6, 0.6))
    await editor.choose(/^Endpoint/)
    await expect(editor.node('endpoint-1')).toBeVisible()
    await editor.drag(editor.handle('weighted-1'), await editor.emptyPoint(0.6, 0.8))
    await page.getByRole('combobox', { name: 'Connect weighted-1 to' }).fill('fail')
    await page.keyboard.press('Enter')
    await editor.drag(editor.handle('failover-1, Primary'), editor.node('endpoint-1'))
    await page.getByRole('textbox', { name: 'Value of endpoint-1' }).fill('192.0.2.7')
    const policy = await editor.policy()
    expect(policy).toMatchObject({
      StartRule: 'weighted-1',
      Endpoints: { 'endpoint-1': { Value: '192.0.2.7' } },
      Rules: {
        'weighted-1': { Items: [{ EndpointReference: 'endpoint-1' }, { RuleReference: 'failover-1' }] },
        'failover-1': { Primary: { EndpointReference: 'endpoint-1' } },
      },
    })
  })

  test('a weight is typed on the node, shows its percent, and is one step back', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    await expect(editor.node('split')).toContainText('75 %')
    await editor.node('split').getByRole('textbox', { name: 'Weight' }).first().fill('12')
    await expect(editor.node('split')).toContainText('92.31 %')
    await editor.canvas.click({ position: { x: 300, y: 700 } })
    await page.getByRole('button', { name: 'Undo: Change weight' }).click()
    await expect(editor.node('split')).toContainText('75 %')
  })

  test('a bias slider follows mouse, keys and typing from −99 to 99, a drag being one step', async ({
    page,
  }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NEAR)
    const slider = editor.node('near').getByRole('slider', { name: 'Bias of eu-central-1' })
    const typed = editor.node('near').getByRole('textbox', { name: 'Bias of eu-central-1' })
    const { x, y, width, height } = await boxOf(slider)
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.7, y + height / 2, { steps: 8 })
    await page.mouse.move(x + width * 2, y + height / 2, { steps: 8 })
    await page.mouse.up()
    await expect(typed).toHaveValue('99')
    await page.getByRole('button', { name: 'Undo: Change bias' }).click()
    await expect(typed).toHaveValue('0')
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
    await slider.press('ArrowLeft')
    await expect(typed).toHaveValue('-1')
    await typed.fill('100')
    await expect(page.getByText('Must be from -99 to 99.')).toBeVisible()
    await typed.fill('-99')
    expect((await editor.policy()).Rules['near']).toMatchObject({
      GeoproximityLocations: [{ Bias: '-99' }, {}],
    })
  })

  test('a connection that would lead in a circle is refused with the reason', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.drag(editor.handle('safe, Secondary'), editor.node('places'))
    await expect(page.getByText(/That would lead in a circle: safe → places → safe/)).toBeVisible()
    expect((await editor.policy()).Rules['safe']).toMatchObject({ Secondary: { EndpointReference: 'spare' } })
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  })

  test('the end of a connection is dragged to another node', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    const target = await boxOf(editor.node('rest'))
    const end = { x: target.x - 6, y: target.y + target.height / 2 }
    const goal = await boxOf(editor.node('spare'))
    await page.mouse.move(end.x, end.y)
    await page.mouse.down()
    await page.mouse.move(goal.x + 40, goal.y + 20, { steps: 8 })
    await page.mouse.up()
    expect((await editor.policy()).Rules['places']).toMatchObject({
      Locations: [{}, { EndpointReference: 'spare' }],
    })
  })

  test('a rule is put on a connection, and an endpoint is wrapped in one', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    const { x, y } = await editor.middleOfEdge('rule:split/b1')
    await page.mouse.move(x, y)
    await page.getByRole('button', { name: 'Insert a rule here' }).click()
    await editor.choose(/^Latency/)
    await expect(editor.node('latency-1')).toBeVisible()
    await page.getByRole('button', { name: 'Menu of endpoint green' }).click()
    await editor.chooseItem('Wrap in a rule…')
    await editor.choose(/^Failover/)
    expect((await editor.policy()).Rules).toMatchObject({
      split: { Items: [{ RuleReference: 'latency-1' }, { RuleReference: 'failover-1' }] },
      'latency-1': { Regions: [{ EndpointReference: 'blue' }] },
      'failover-1': { Primary: { EndpointReference: 'green' } },
    })
  })

  test('a rule changes its type, keeps its branches and says what it has no word for', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    await page.getByRole('button', { name: 'Menu of rule split' }).click()
    await editor.chooseItem(/Change type/)
    await expect(page.getByRole('option', { name: /Failover/ })).toContainText(
      'Has no word for weight 3, weight 1',
    )
    await editor.choose(/^Failover/)
    await expect(page.getByText(/split is now failover, which has no word for weight 3/)).toBeVisible()
    expect((await editor.policy()).Rules['split']).toMatchObject({
      RuleType: 'failover',
      Primary: { EndpointReference: 'blue' },
      Secondary: { EndpointReference: 'green' },
    })
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(editor.node('split')).toContainText('Weighted')
  })

  test('deleting asks what becomes of the nodes below', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.press('safe')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'Keep the 2 nodes below' }).click()
    expect(Object.keys((await editor.policy()).Endpoints)).toEqual(['paris', 'rest', 'spare'])
    await page.getByRole('button', { name: 'Undo: Delete safe' }).click()
    await editor.press('safe')
    await page.keyboard.press('Backspace')
    await page.getByRole('button', { name: 'Delete them too' }).click()
    const policy = await editor.policy()
    expect(Object.keys(policy.Endpoints)).toEqual(['rest'])
    expect(Object.keys(policy.Rules)).toEqual(['places'])
  })

  test('nodes are moved, and positions are not part of the document', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    const before = await editor.exportedDocument()
    const { x, y } = await boxOf(editor.node('blue'))
    await editor.press('blue')
    await editor.press('green', ['Shift'])
    await page.mouse.move(x + 40, y + 10)
    await page.mouse.down()
    await page.mouse.move(x + 60, y - 50, { steps: 6 })
    await page.mouse.up()
    expect((await boxOf(editor.node('blue'))).y).toBeLessThan(y - 40)
    expect(await editor.exportedDocument()).toBe(before)
    await page.getByRole('button', { name: 'Undo: Move 2 nodes' }).click()
    await expect.poll(async () => (await boxOf(editor.node('blue'))).y).toBeCloseTo(y, 0)
  })

  test('many are selected by a box, and duplicated with what connects them', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    const [from, to] = [await editor.emptyPoint(0.02, 0.06), await editor.emptyPoint(0.98, 0.88)]
    await page.keyboard.down('Shift')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.keyboard.press('Control+d')
    expect((await editor.policy()).Rules).toMatchObject({
      'split-1': { Items: [{ EndpointReference: 'blue-1' }, { EndpointReference: 'green-1' }] },
    })
  })

  test('tidying up moves everything in one step', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.drag(editor.node('rest'), await editor.emptyPoint(0.5, 0.9))
    await page.getByRole('button', { name: 'Tidy up' }).click()
    await page.getByRole('button', { name: 'Undo: Tidy up' }).click()
    await expect(page.getByRole('button', { name: 'Undo: Move rest' })).toBeEnabled()
  })
})

test.describe('by keyboard alone', () => {
  test('a policy is designed from an empty canvas', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.open()
    await editor.palette.getByRole('button', { name: 'Geolocation' }).focus()
    await page.keyboard.press('Enter')
    await expect(editor.node('geolocation-1')).toBeVisible()
    await editor.node('geolocation-1').focus()
    // It is selected already, since it was just added: Enter opens what it can do.
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Connect a new branch to…' }).press('Enter')
    await page.getByRole('combobox', { name: 'Connect geolocation-1 to' }).press('Enter')
    await expect(editor.node('endpoint-1')).toBeVisible()
    await editor.node('geolocation-1').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Connect a new branch to…' }).press('Enter')
    await page.getByRole('combobox', { name: 'Connect geolocation-1 to' }).fill('endpoint-1')
    await page.keyboard.press('Enter')
    expect(await editor.policy()).toMatchObject({
      StartRule: 'geolocation-1',
      Rules: {
        'geolocation-1': {
          Locations: [
            { IsDefault: true, EndpointReference: 'endpoint-1' },
            { EndpointReference: 'endpoint-1' },
          ],
        },
      },
    })
  })

  test('arrow keys move the selection as one step, and Escape clears it', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    await editor.node('blue').focus()
    const before = await boxOf(editor.node('blue'))
    await page.keyboard.press('Enter')
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown')
    expect((await boxOf(editor.node('blue'))).y).toBeGreaterThan(before.y)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await boxOf(editor.node('blue'))).y).toBeCloseTo(before.y, 0)
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  })

  test('a refused choice is shown with its reason', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(SPLIT)
    await page.getByRole('button', { name: 'Menu of rule split' }).press('Enter')
    await page.getByRole('menuitem', { name: /Change type/ }).press('Enter')
    await page.getByRole('combobox').fill('multivalue')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Menu of blue in split' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Connect to something else…' }).press('Enter')
    const refused = page.getByRole('option', { name: /^Latency/ })
    await expect(refused).toBeDisabled()
    await expect(refused).toContainText('Multivalue answer takes endpoints only')
  })

  test('everything is selected and deleted, and comes back in one step', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.node('rest').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('region', { name: 'How to begin' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(editor.node('safe')).toBeVisible()
  })

  test('Alt and an arrow key follow the connections', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.node('places').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(editor.node('safe')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(editor.node('rest')).toBeFocused()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(editor.node('places')).toBeFocused()
  })
})

test('a rule with 52 branches folds, finds a branch, and shows them all', async ({ page }) => {
  const editor = new CanvasPage(page)
  const states =
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'
  await editor.openDocument({
    ...SPLIT,
    Rules: {
      split: {
        RuleType: 'geo',
        Locations: [
          { IsDefault: true, EndpointReference: 'blue' },
          ...states
            .split(' ')
            .map((state) => ({ Country: 'US', Subdivision: state, EndpointReference: 'green' })),
        ],
      },
    },
  })
  const rows = editor.node('split').getByRole('listitem')
  await expect(rows).toHaveCount(13)
  await page.getByRole('searchbox', { name: 'Find among the 52 branches of split' }).fill('wyo')
  await expect(rows).toHaveCount(2)
  await expect(editor.node('split')).toContainText('1 found')
  await editor.node('split').getByRole('button', { name: '+51 more' }).click()
  await expect(rows).toHaveCount(53)
  await editor.node('split').getByRole('button', { name: 'Show fewer' }).click()
  await expect(rows).toHaveCount(13)
})

test('the path of a query is lit, and what was passed over says why', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.askFrom('Lyon', /Lyon/)
  const lit = page.locator('[data-light="taken"]')
  await expect(editor.node('safe').locator('li[data-light="taken"]')).toContainText('Primary')
  await expect(editor.node('safe').locator('li[data-light="passed"]')).toContainText('Not needed')
  await page.getByRole('button', { name: 'paris is down' }).click()
  await expect(editor.node('safe').locator('li[data-light="taken"]')).toContainText('Secondary')
  await page.getByRole('button', { name: 'Path of the query' }).click()
  await expect(lit).toHaveCount(0)
})

test('a problem is marked on its node, and choosing it in the list brings the node into view', async ({
  page,
}) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await page.getByRole('textbox', { name: 'Value of spare' }).fill('not an address')
  await expect(editor.node('spare').getByRole('img', { name: /error:/ })).toBeVisible()
  for (let step = 0; step < 6; step++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await editor.drag(page.getByRole('application', { name: 'Policy' }), await editor.emptyPoint(0.02, 0.02))
  await page.getByRole('tab', { name: 'Problems' }).click()
  await page.getByRole('button', { name: /not an address/ }).click()
  await expect(editor.node('spare')).toBeInViewport()
})

test('only the nodes in view of a large policy have elements', async ({ page }) => {
  const editor = new CanvasPage(page)
  const ids = Array.from({ length: 500 }, (_, index) => index)
  let endpoints = 0
  const lead = (child: number) =>
    child < 500 ? { RuleReference: `r${child}` } : { EndpointReference: `e${endpoints++}` }
  const Rules = Object.fromEntries(
    ids.map((id) => [
      `r${id}`,
      {
        RuleType: 'weighted',
        Items: [2 * id + 1, 2 * id + 2].map((child) => ({ Weight: '1', ...lead(child) })),
      },
    ]),
  )
  const Endpoints = Object.fromEntries(
    Array.from({ length: 501 }, (_, index) => [`e${index}`, value(`192.0.2.${index % 255}`)]),
  )
  await editor.openDocument({ AWSPolicyFormatVersion: V, RecordType: 'A', StartRule: 'r0', Endpoints, Rules })
  await expect(editor.node('r0')).toBeVisible()
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(100)
  await page.getByRole('button', { name: 'Show the whole policy' }).click()
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(1002)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('pressing a dot and then a node connects them', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.handle('places, Default').tap()
    await expect(page.getByText('Choose what it leads to, or press Escape')).toBeVisible()
    await editor.node('spare').tap()
    expect((await editor.policy()).Rules['places']).toMatchObject({
      Locations: [{}, { EndpointReference: 'spare' }],
    })
  })
})
