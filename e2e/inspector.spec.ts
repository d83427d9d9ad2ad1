import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe-faults'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

const COUNTRIES =
  'FR DE IT ES PT GB IE NL BE LU CH AT PL CZ SK HU RO BG GR HR SI RS BA ME MK AL XK TR CY MT SE NO DK FI IS EE LV LT UA BY MD RU GE AM AZ KZ UZ TM KG TJ'

/** A policy of version 2015-10-01: geolocation, with geoproximity for everyone else. */
const NESTED = JSON.stringify({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartRule: 'world',
  Endpoints: {
    paris: { Type: 'value', Value: '192.0.2.1' },
    berlin: { Type: 'value', Value: '192.0.2.2' },
  },
  Rules: {
    world: {
      RuleType: 'geo',
      Locations: [
        { IsDefault: true, RuleReference: 'near', EvaluateTargetHealth: true },
        { Country: 'FR', EndpointReference: 'paris' },
        { Country: 'DE', EndpointReference: 'berlin' },
      ],
    },
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: [
        { Region: 'aws:route53:eu-west-3', Bias: '10', EndpointReference: 'paris' },
        { Region: 'aws:route53:eu-central-1', Bias: '0', EndpointReference: 'berlin' },
      ],
    },
  },
})

/** The properties panel, by what a user sees in it. */
class Panel {
  readonly editor: EditorPage
  constructor(readonly page: Page) {
    this.editor = new EditorPage(page)
  }

  async openNested(): Promise<void> {
    await this.editor.open()
    await this.editor.pastePolicy(NESTED)
    await this.page.getByRole('tab', { name: 'Properties' }).click()
    await expect(this.root.getByRole('combobox', { name: 'Start leads to' })).toHaveValue('world')
  }

  async openExample(title: string): Promise<void> {
    await this.editor.open()
    await this.editor.openExample(title)
    await this.page.getByRole('tab', { name: 'Properties' }).click()
  }

  get root(): Locator {
    return this.page.getByRole('region', { name: 'Properties' })
  }
  field(name: string): Locator {
    return this.root.getByRole('textbox', { name, exact: true })
  }
  picker(name: string): Locator {
    return this.root.getByRole('combobox', { name, exact: true })
  }
  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name })
  }
  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo|^Nothing to undo/ })
  }
  /** The head of a branch's row. */
  row(name: string | RegExp): Locator {
    return this.root.getByRole('region', { name: 'Branches' }).getByRole('button', { name, expanded: false })
  }
}

test('renames a rule everywhere, and keeps an id that cannot be given with the reason', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.field('Id').fill('paris')
  await page.keyboard.press('Enter')
  await expect(panel.root).toContainText('There is already an endpoint called “paris”.')
  await expect(panel.field('Id')).toHaveValue('paris')
  await panel.field('Id').fill('by-country')
  await page.keyboard.press('Enter')
  await expect(panel.field('Id')).toBeFocused()
  await expect(panel.root).not.toContainText('There is already')
  const document: unknown = JSON.parse(await panel.editor.exportedDocument())
  expect(document).toMatchObject({ StartRule: 'by-country' })
})

test('types weights as one step, with the percent they make', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openExample('80/20')
  await panel.button('Show rule release').click()
  await panel.row('canary').click()
  await panel.field('Weight').fill('')
  await panel.field('Weight').pressSequentially('120')
  await expect(panel.root).toContainText('60 % of the answers while every branch is healthy.')
  await panel.field('Weight').press('Shift+ArrowUp')
  await expect(panel.field('Weight')).toHaveValue('130')
  await panel.field('Weight').blur()
  await panel.undo.click()
  await expect(panel.field('Weight')).toHaveValue('20')
  await panel.field('Weight').fill('300')
  await expect(panel.root.getByRole('alert')).toHaveText('Must be from 0 to 255.')
})

test('adds fifty places from a pasted list, and finds one of them again', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.button('Add many…').click()
  const dialog = page.getByRole('dialog', { name: 'Add many places' })
  await dialog.getByRole('textbox', { name: 'List' }).fill(`${COUNTRIES}, France, Narnia`)
  await expect(dialog).toContainText('In the rule already · 2')
  await expect(dialog).toContainText('Not matched · 1')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await panel.button('Add many…').click()
  await expect(dialog.getByRole('textbox', { name: 'List' })).toHaveValue(`${COUNTRIES}, France, Narnia`)
  await dialog.getByRole('textbox', { name: 'Find places to tick' }).fill('california')
  await dialog.getByRole('checkbox', { name: /^California/ }).check()
  await dialog.getByRole('combobox', { name: 'They lead to' }).fill('ber')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Add 49 places' }).click()
  await expect(dialog).toBeHidden()
  await expect(panel.button('Add many…')).toBeFocused()
  await expect(panel.root.getByRole('heading', { name: '52 branches' })).toBeVisible()

  await panel.field('Filter branches').fill('kaz')
  await expect(panel.root.getByText('1 of 52')).toBeVisible()
  await panel.row(/^Kazakhstan/).click()
  await panel.field('Filter branches').fill('')
  await expect(panel.picker('Place')).toHaveValue('Kazakhstan (country · KZ)')
  await panel.picker('Place').fill('france')
  await expect(page.getByRole('option', { name: /^France/ })).toContainText(
    'The branch to paris has it already.',
  )
  await panel.undo.click()
  await expect(panel.root.getByRole('heading', { name: '3 branches' })).toBeVisible()
})

test('offers the upgrade for a Local Zone, and takes both back in one step', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.row(/^Default/).click()
  await panel.button('Show rule near').click()
  await panel.row(/^eu-west-3/).click()
  await panel.root.getByText('Local Zone', { exact: true }).click()
  await panel.picker('Local Zone').fill('atlanta')
  await page.keyboard.press('Enter')
  await expect(panel.root).toContainText('Local Zones need version 2023-05-09')
  await panel.button('Upgrade the policy and use it').click()
  await expect(panel.picker('Local Zone')).toHaveValue('us-east-1-atl-1a · Atlanta')
  expect(await panel.editor.exportedDocument()).toContain('"LocationName":"aws:route53:us-east-1-atl-1a"')
  await panel.undo.click()
  expect(await panel.editor.exportedDocument()).toBe(NESTED)
})

test('says what keeps a policy from going back to 2015-10-01', async ({ page }) => {
  const panel = new Panel(page)
  await panel.editor.open()
  await panel.editor.pastePolicy(
    NESTED.replace('2015-10-01', '2023-05-09').replaceAll(
      /"Region":"aws:route53:eu-west-3"/g,
      '"Location":{"Type":"LocalZone","LocationName":"aws:route53:us-east-1-atl-1a"}',
    ),
  )
  await page.getByRole('tab', { name: 'Properties' }).click()
  await panel.button('Back to 2015-10-01').click()
  await expect(panel.root.getByRole('alert')).toContainText('us-east-1-atl-1a in “near” (to “paris”)')
})

test('offers the ways out for a CNAME at the apex, each as one step', async ({ page }) => {
  const panel = new Panel(page)
  await panel.editor.open()
  await panel.editor.pastePolicy(
    JSON.stringify({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'CNAME',
      StartEndpoint: 'cdn',
      Endpoints: { cdn: { Type: 'value', Value: 'd111111abcdef8.cloudfront.net' } },
    }),
  )
  await page.getByRole('tab', { name: 'Properties' }).click()
  await panel.field('DNS name').fill('example.com')
  await panel.field('Hosted zone').fill('example.com')
  await expect(panel.root).toContainText('Aliases of AWS resources: “cdn” (cloudfront).')
  await panel.button('Use www.example.com instead').click()
  await expect(panel.field('DNS name')).toHaveValue('www.example.com')
  await expect(panel.button('Answer as aliases (type A)')).toBeHidden()
  await panel.undo.click()
  await panel.button('Answer as aliases (type A)').click()
  await expect(panel.button('Answer as aliases (type A)')).toBeHidden()
  expect(JSON.parse(await panel.editor.exportedDocument())).toMatchObject({
    RecordType: 'A',
    Endpoints: { cdn: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' } },
  })
  await expect(page.getByRole('tab', { name: 'Problems' })).not.toContainText('1')
})

test('tells what a change of type drops before it is made', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openExample('80/20')
  await panel.button('Show rule release').click()
  await panel.button(/^Type: Weighted/).click()
  await page.getByRole('menuitem', { name: /^Failover/ }).click()
  await expect(panel.root.getByRole('alert')).toContainText('weight 80 of “stable”; weight 20 of “canary”')
  await expect(panel.root.getByRole('heading', { name: 'Weighted rule' })).toBeVisible()
  await panel.button('Change to failover').click()
  await expect(panel.root.getByRole('heading', { name: 'Failover rule' })).toBeVisible()
  await expect(panel.row(/^Primary/)).toContainText('stable')
})

test('puts what failover has no place for into a rule below', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.button(/^Type: Geolocation/).click()
  await page.getByRole('menuitem', { name: /^Failover/ }).click()
  await expect(panel.root.getByRole('alert')).toContainText('There is no place for “berlin”')
  await panel.button('Put the others below the secondary…').click()
  await panel.button('Change to failover').click()
  await expect(panel.row(/^Secondary/)).toContainText('geolocation-1')
})

test('refuses a circle where the target is chosen', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.row(/^Default/).click()
  await panel.button('Show rule near').click()
  await panel.row(/^eu-west-3/).click()
  await panel.picker('Leads to').fill('world')
  const option = page.getByRole('option', { name: /^world/ })
  await expect(option).toHaveAttribute('aria-disabled', 'true')
  await expect(option).toContainText('That would lead in a circle: near → world → near')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(panel.picker('Leads to')).toHaveValue('paris')
})

test('makes a multivalue answer of values pasted into one endpoint', async ({ page }) => {
  const panel = new Panel(page)
  await panel.editor.open()
  await page.getByRole('tab', { name: 'Properties' }).click()
  await panel.picker('Start leads to').fill('new endpoint')
  await page.keyboard.press('Enter')
  await panel.button('Show endpoint endpoint-1').click()
  await panel.field('Value').focus()
  await panel.field('Value').evaluate((input) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '192.0.2.1\n192.0.2.2\n192.0.2.3')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(panel.root).toContainText('An endpoint of a traffic policy holds one value.')
  await panel.button('Make a multivalue answer of 3').click()
  await expect(panel.field('Value')).toHaveValue('192.0.2.1')
  await panel.button('multivalue-1 · Value').click()
  await expect(panel.root.getByRole('heading', { name: '3 branches' })).toBeVisible()
})

test('edits a latency rule with the keyboard alone', async ({ page }) => {
  const panel = new Panel(page)
  await panel.editor.open()
  await page.getByRole('tab', { name: 'Ask' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(panel.picker('Start leads to')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(panel.picker('Start leads to')).toBeFocused()
  await page.keyboard.type('latency')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(panel.root.getByRole('heading', { name: 'Latency rule' })).toBeVisible()
  await panel.button('Add branch').focus()
  await page.keyboard.press('Enter')
  await expect(panel.picker('Region')).toBeFocused()
  await page.keyboard.type('frankfurt')
  await page.keyboard.press('Enter')
  await expect(panel.picker('Region')).toHaveValue('eu-central-1 · Europe (Frankfurt)')
  await page.keyboard.press('Tab')
  await page.keyboard.type('new endpoint')
  await page.keyboard.press('Enter')
  await expect(panel.picker('Leads to')).toHaveValue('endpoint-1')
  const document: unknown = JSON.parse(await panel.editor.exportedDocument())
  expect(document).toMatchObject({
    Rules: { 'latency-1': { Regions: [{ Region: 'eu-central-1', EndpointReference: 'endpoint-1' }] } },
  })
})

test('shows how a rule decides', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openExample('80/20')
  await panel.button('Show rule release').click()
  await panel.root.getByText('How this rule decides').click()
  await expect(panel.root.getByRole('heading', { name: 'Health', exact: true })).toBeVisible()
})

test('deletes a rule, with or without what only it leads to', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  await panel.button('Show rule world').click()
  await panel.button('Delete').click()
  await page.getByRole('menuitem', { name: /and what only it leads to/ }).click()
  await expect(panel.root).toContainText('0 rules with 0 branches, 0 endpoints')
  await panel.undo.click()
  await expect(panel.root).toContainText('2 rules with 5 branches, 2 endpoints')
})

test('has no faults of accessibility', async ({ page }) => {
  const panel = new Panel(page)
  await panel.openNested()
  const check = async () => {
    expect(await axeFaults(page, ['[aria-label="Properties"]'], ['region'])).toEqual([])
  }
  await check()
  await panel.button('Show rule world').click()
  await panel.row(/^Default/).click()
  await check()
  await panel.button('Show rule near').click()
  await panel.row(/^eu-west-3/).click()
  await check()
  await panel.button('Show endpoint paris').click()
  await check()
})

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const panel = new Panel(page)
  await panel.editor.open()
  await panel.editor.pastePolicy(NESTED)
  await page.getByRole('tab', { name: 'Ask and edit' }).click()
  await page.getByRole('tab', { name: 'Properties' }).click()
  const overflow = () =>
    panel.root.evaluate((root) => {
      const tab = root.closest('[role="tabpanel"]')
      return tab === null ? Number.NaN : tab.scrollWidth - tab.clientWidth
    })
  expect(await overflow()).toBe(0)
  await panel.button('Show rule world').click()
  await panel.row(/^Default/).click()
  expect(await overflow()).toBe(0)
  await panel.button('Show rule near').click()
  await panel.row(/^eu-west-3/).click()
  expect(await overflow()).toBe(0)
})
