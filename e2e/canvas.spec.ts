import { NEAR, NESTED, SPLIT } from './canvas-documents'
import { boxOf, CanvasPage } from './canvas-page'
import { expect, test } from './fixtures'

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
  await editor.drag(editor.handle('weighted-1'), await editor.emptyPoint(0.52, 0.6))
  await editor.choose(/^Endpoint/)
  await expect(editor.node('endpoint-1')).toBeVisible()
  await editor.drag(editor.handle('weighted-1'), await editor.emptyPoint(0.52, 0.8))
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
  await expect(typed).toHaveValue('−1')
  // A drag after keys is a step of its own, though the slider kept the focus.
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width * 2, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(typed).toHaveValue('99')
  await page.getByRole('button', { name: 'Undo: Change bias' }).click()
  await expect(typed).toHaveValue('−1')
  await typed.fill('100')
  await expect(page.getByText('Must be from −99 to 99.')).toBeVisible()
  await typed.fill('−99')
  expect(await editor.policy()).toMatchObject({
    Rules: {
      near: {
        GeoproximityLocations: [{ Bias: '-99' }, {}],
      },
    },
  })
})

test('a connection that would lead in a circle is refused with the reason', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.drag(editor.handle('safe, Secondary'), editor.node('places'))
  await expect(page.getByText(/That would lead in a circle: safe → places → safe/)).toBeVisible()
  expect(await editor.policy()).toMatchObject({
    Rules: { safe: { Secondary: { EndpointReference: 'spare' } } },
  })
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
  expect(await editor.policy()).toMatchObject({
    Rules: {
      places: {
        Locations: [{}, { EndpointReference: 'spare' }],
      },
    },
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
  expect(await editor.policy()).toMatchObject({
    Rules: {
      split: { Items: [{ RuleReference: 'latency-1' }, { RuleReference: 'failover-1' }] },
      'latency-1': { Regions: [{ EndpointReference: 'blue' }] },
      'failover-1': { Primary: { EndpointReference: 'green' } },
    },
  })
})

test('a rule changes its type, keeps its branches and says what it drops', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(SPLIT)
  await page.getByRole('button', { name: 'Menu of rule split' }).click()
  await editor.chooseItem(/Change type/)
  await expect(page.getByRole('option', { name: /Failover/ })).toContainText('Drops weight 3, weight 1')
  await editor.choose(/^Failover/)
  await expect(page.getByText(/split is now failover, which dropped weight 3/)).toBeVisible()
  expect(await editor.policy()).toMatchObject({
    Rules: {
      split: {
        RuleType: 'failover',
        Primary: { EndpointReference: 'blue' },
        Secondary: { EndpointReference: 'green' },
      },
    },
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
  expect((await editor.ids()).endpoints).toEqual(['paris', 'rest', 'spare'])
  await page.getByRole('button', { name: 'Undo: Delete safe' }).click()
  await editor.press('safe')
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: 'Delete them too' }).click()
  expect(await editor.ids()).toEqual({ rules: ['places'], endpoints: ['rest'] })
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
  expect(await editor.policy()).toMatchObject({
    Rules: {
      'split-1': { Items: [{ EndpointReference: 'blue-1' }, { EndpointReference: 'green-1' }] },
    },
  })
})

test('tidying up moves everything in one step', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.move('rest', await editor.emptyPoint(0.5, 0.8))
  await page.getByRole('button', { name: 'Tidy up' }).click()
  await page.getByRole('button', { name: 'Undo: Tidy up' }).click()
  await expect(page.getByRole('button', { name: 'Undo: Move rest' })).toBeEnabled()
})
