import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

test('asks by address, says why, and keeps the address in a link', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('Offices and a partner by address')
  const address = page.getByRole('textbox', { name: 'From which address?' })
  await expect(address).toHaveValue('198.51.7.21')
  await expect(editor.answer).toContainText('intranet')
  await expect(editor.why).toContainText('The longest block here that holds the client’s address')
  await expect(page.getByText('For clients at 198.51.7.0/24')).toBeVisible()

  await address.fill('203.0.113')
  await expect(page.getByText('An IP address such as 192.0.2.7')).toBeVisible()
  await address.fill('203.0.113.9')
  await expect(editor.answer).toContainText('partner_gateway')
  await address.fill('')
  await expect(editor.answer).toContainText('public_eu')
  await expect(page.getByText('For clients of unknown address')).toBeVisible()

  await address.fill('203.0.113.9')
  await page.getByRole('button', { name: 'Keep this query' }).click()
  const link = await editor.shareLink()
  await editor.open(new URL(link).hash.slice(1))
  await page.getByRole('button', { name: 'At a desk in the Munich office', exact: true }).last().click()
  await expect(address).toHaveValue('203.0.113.9')

  // A question that nobody kept goes along, unless that is not wanted.
  await address.fill('198.51.100.5')
  await expect(editor.answer).toContainText('lab')
  const asked = await editor.shareLink()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('switch', { name: 'Take along the question that is asked now' }).click()
  const bare = await page.getByRole('textbox', { name: 'Link to this scenario' }).inputValue()
  await page.keyboard.press('Escape')
  expect(bare.length).toBeLessThan(asked.length)
  await editor.open(new URL(asked).hash.slice(1))
  await expect(address).toHaveValue('198.51.100.5')
})

test('makes a rule of blocks by keyboard, and refuses to write it as a traffic policy document', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await page.getByRole('button', { name: /^IP-based/ }).press('Enter')
  await page.getByRole('tab', { name: 'Properties' }).click()
  const addBranch = page.getByRole('button', { name: 'Add branch', exact: true })
  await addBranch.press('Enter')
  await addBranch.press('Enter')
  const blocks = page.getByRole('textbox', { name: 'Add blocks: type one, or paste many' })
  await blocks.fill('192.0.2.0/24, 198.51.100.0/25 2001:db8::/48')
  await blocks.press('Enter')
  await expect(page.getByRole('group', { name: 'Blocks of addresses' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText('“198.51.100.0/25” is too small')).toBeVisible()
  await page.getByRole('button', { name: 'Remove block 198.51.100.0/25' }).press('Enter')
  await expect(blocks).toBeFocused()
  await expect(page.getByText('“198.51.100.0/25” is too small')).toBeHidden()

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toContainText('This cannot be written.')
  await expect(dialog).toContainText('Traffic Flow has no rule of the type IP-based')
})
