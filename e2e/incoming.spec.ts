import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

const BROKEN = `Here’s the policy:

{
  // generated
  “RecordType”: “A”,
  “Endpoints”: {
    “eu”: { “Type”: “ELB”, “Value”: “eu-1.eu-west-1.elb.amazonaws.com”, },
  },
  Rules: { near: { RuleType: 'geoproximity', Items: [{ Region: 'eu-west-1', EndpointReference: 'EU' }] } },
}`
const WRONG = `{
  "AWSPolicyFormatVersion": "2015-10-01",
  "RecordType": "A",
  "StartRule": "places",
  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } },
  "Rules": { "places": { "RuleType": "geo", "Locations": [
    { "Country": "UK", "EndpointReference": "a" },
    { "IsDefault": true, "EndpointReference": "A" } ] } }
}
`
const document = (value: string) =>
  `{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"A","StartEndpoint":"a","Endpoints":{"a":{"Type":"value","Value":"${value}"}}}`
const STATE = JSON.stringify({
  version: 4,
  terraform_version: '1.9.5',
  resources: ['web', 'api', 'mail'].map((name, index) => ({
    type: 'aws_route53_traffic_policy',
    name,
    instances: [{ attributes: { name, version: index + 1, document: document(`192.0.2.${index + 1}`) } }],
  })),
})

test('a text that cannot be opened is repaired, after showing what changes, by keyboard alone', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.paste(BROKEN)
  await page.getByRole('button', { name: 'Repair…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Repair the pasted text' })
  await expect(dialog.getByRole('list', { name: 'Repairs' })).toContainText('Write the type “ELB”')
  await expect(dialog.getByLabel('Changes of the document')).toContainText('"Type": "elastic-load-balancer"')
  // A repair that is not wanted is not made, and the change shows that at once.
  await dialog.getByRole('checkbox', { name: /Write the type “ELB”/ }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByLabel('Changes of the document')).not.toContainText('elastic-load-balancer')
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Open the repaired document' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const exported: unknown = JSON.parse(await editor.exportedDocument())
  expect(exported).toMatchObject({
    StartRule: 'near',
    Rules: {
      near: { GeoproximityLocations: [{ Region: 'aws:route53:eu-west-1', EndpointReference: 'eu' }] },
    },
  })
})

test('a problem of the open policy is fixed from the list, as one step that can be undone', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(WRONG)
  await page.getByRole('tab', { name: /Problems/ }).click()
  await page.getByRole('button', { name: 'Fix: Write Country “UK” as GB' }).click()
  await expect(page.getByLabel('Changes of the document')).toContainText('"Country": "GB"')
  await page.getByRole('button', { name: 'Fix', exact: true }).click()
  expect(await editor.exportedDocument()).toBe(WRONG.replace('UK', 'GB'))
  await page.keyboard.press('Control+z')
  expect(await editor.exportedDocument()).toBe(WRONG)
  await page.getByRole('button', { name: 'Fix them all…' }).click()
  await page.getByRole('button', { name: 'Make 2 repairs' }).click()
  expect(await editor.exportedDocument()).toBe(WRONG.replace('UK', 'GB').replace('"A" } ]', '"a" } ]'))
  await page.keyboard.press('Control+z')
  expect(await editor.exportedDocument()).toBe(WRONG)
})

test('of several policies in a file the user chooses, and opens the others as well', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.paste(STATE)
  const dialog = page.getByRole('dialog', { name: 'The pasted text holds 3 policies' })
  await expect(dialog.getByRole('list', { name: 'Policies' })).toContainText('A · 0 rules, 1 endpoint')
  await dialog.getByRole('checkbox', { name: /^web/ }).uncheck()
  await dialog.getByRole('checkbox', { name: /^api/ }).check()
  await dialog.getByRole('checkbox', { name: /^mail/ }).check()
  await dialog.getByRole('button', { name: 'Open 2 policies' }).click()
  await expect(editor.name).toHaveValue('api')
  expect(await editor.exportedDocument()).toBe(document('192.0.2.2'))
  await page.getByRole('button', { name: 'Recent' }).click()
  await page.getByRole('menuitem', { name: /^mail/ }).click()
  await expect(editor.name).toHaveValue('mail')
})

test('a dropped Terraform file opens with what its document holds', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  const text = `resource "aws_route53_traffic_policy" "web" {\n  name     = "web"\n  document = <<EOF\n${WRONG}EOF\n}\n`
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'main.tf', { type: '' }))
    return data
  }, text)
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(editor.name).toHaveValue('web')
  expect(await editor.exportedDocument()).toBe(WRONG)
})

test('what was cut off between two members is closed, after showing how', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.paste(WRONG.slice(0, WRONG.indexOf('  "Rules"')))
  await page.getByRole('button', { name: 'Repair…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Repair the pasted text' })
  await expect(dialog.getByRole('list', { name: 'Repairs' })).toContainText('where the text was cut off')
  await expect(dialog).toContainText(/(One repair|\d+ repairs)\./)
  await expect(dialog.getByLabel('What remains')).toContainText('“places”')
  await dialog.getByRole('button', { name: 'Open the repaired document' }).click()
  expect(JSON.parse(await editor.exportedDocument())).toMatchObject({ StartRule: 'places' })
})

test('thousands of repairs are shown in parts, and made all at once', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  const items = Array.from({ length: 1_500 }, () => '      { "EndpointReference": "a", "Weight": "5%" }')
  await editor.pastePolicy(
    `{\n  "AWSPolicyFormatVersion": "2015-10-01",\n  "RecordType": "A",\n  "StartRule": "r",\n  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } },\n  "Rules": { "r": { "RuleType": "weighted", "Items": [\n${items.join(',\n')}\n  ] } }\n}\n`,
  )
  await page.getByRole('tab', { name: /Problems/ }).click()
  await page.getByRole('button', { name: 'Fix them all…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fix what can be fixed' })
  const repairs = dialog.getByRole('list', { name: 'Repairs' })
  await expect(repairs).toContainText('1,300 more, of which all are made.')
  await repairs.getByRole('button', { name: 'Show more' }).click()
  await expect(repairs).toContainText('1,100 more, of which all are made.')
  await dialog.getByRole('button', { name: 'Make 1500 repairs' }).click()
  await expect(dialog).toBeHidden()
  expect(await editor.exportedDocument()).not.toContain('%')
})

test('a long text is read beside the page, and opens as a short one does', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  const long = `${WRONG.trimEnd()}${' '.repeat(50_000)}\n`
  await editor.pastePolicy(long)
  expect(await editor.exportedDocument()).toBe(long)
})

test('reading a long text can be called off, and changes nothing', async ({ page }) => {
  const editor = new EditorPage(page)
  // A worker that never answers stands for a text that takes long.
  await page.route(/opening-worker/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => {}' }),
  )
  await editor.open()
  const before = await editor.name.inputValue()
  await editor.paste(`${WRONG}${' '.repeat(50_000)}`)
  const dialog = page.getByRole('dialog', { name: 'Reading the pasted text…' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(editor.name).toHaveValue(before)
})

test('a long text is repaired beside the page: what is unticked is not made', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.paste(`${WRONG.replace('"A",', '"A"')}${' '.repeat(50_000)}`)
  await page.getByRole('button', { name: 'Repair…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Repair the pasted text' })
  const uk = dialog.getByRole('checkbox', { name: /Write Country “UK” as GB/ })
  await expect(dialog.getByLabel('Changes of the document')).toContainText('"Country": "GB"')
  await uk.uncheck()
  await expect(dialog.getByLabel('Changes of the document')).not.toContainText('"Country": "GB"')
  await uk.check()
  await dialog.getByRole('button', { name: 'Open the repaired document' }).click()
  await expect(dialog).toBeHidden()
  expect((await editor.exportedDocument()).trimEnd()).toBe(
    WRONG.replace('UK', 'GB').replace('"A" } ]', '"a" } ]').trimEnd(),
  )
})

test('the repair of a long document can be called off, and changes nothing', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  const long = `${WRONG}${' '.repeat(50_000)}`
  await editor.paste(long)
  await expect(editor.name).toHaveValue('Imported policy')
  // A worker that never answers stands for repairs that take long.
  await page.route(/opening-worker/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => {}' }),
  )
  await page.getByRole('tab', { name: /Problems/ }).click()
  await page.getByRole('button', { name: 'Fix them all…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fix what can be fixed' })
  await expect(dialog.getByRole('progressbar', { name: 'Working out the repairs' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  expect(await editor.exportedDocument()).toBe(long)
})
