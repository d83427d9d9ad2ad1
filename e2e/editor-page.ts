import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** What a user can see and do, by role and name; the one place that knows where things are. */
export class EditorPage {
  constructor(readonly page: Page) {}

  /** Opens the app, with a share link's payload when given one. */
  async open(payload = ''): Promise<void> {
    await this.page.goto(payload === '' ? '' : `#${payload}`)
    await this.name.waitFor()
  }

  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name of the scenario' })
  }

  get saved(): Locator {
    return this.page.getByText('Saved in this browser')
  }

  get examples(): Locator {
    return this.page.getByRole('button', { name: 'Examples' })
  }

  async openExample(title: string): Promise<void> {
    await this.examples.click()
    await this.page.getByRole('dialog', { name: 'Examples' }).getByRole('button', { name: title }).click()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** The link of the Share dialog, whole. */
  async shareLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click()
    const link = await this.page.getByRole('textbox', { name: 'Link to this scenario' }).inputValue()
    await this.page.keyboard.press('Escape')
    return link
  }

  /** The document in the Export dialog, as imported. */
  async exportedDocument(): Promise<string> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    const text = await this.page.getByRole('textbox', { name: 'Document' }).inputValue()
    await this.page.keyboard.press('Escape')
    return text
  }

  /** Pastes text into the window, as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }

  /** Pastes a document that opens at once, and waits until it has. */
  async pastePolicy(document: string | object): Promise<void> {
    await this.paste(typeof document === 'string' ? document : JSON.stringify(document))
    await expect(this.name).toHaveValue('Imported policy')
  }

  /** Chooses a place by search in the query panel. */
  async askFrom(text: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole('tab', { name: 'Ask' }).click()
    const field = this.page.getByRole('combobox', { name: 'Who asks?' })
    await field.fill(text)
    await this.page.getByRole('option', { name: option }).first().click()
  }

  get answer(): Locator {
    return this.page.getByRole('region', { name: 'Answer' })
  }

  get why(): Locator {
    return this.page.getByRole('region', { name: 'Why' })
  }

  async recent(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: 'Recent' }).click()
    await this.page.getByRole('menuitem').first().waitFor()
    const names = await this.page.getByRole('menuitem').allInnerTexts()
    await this.page.keyboard.press('Escape')
    return names.map((name) => name.split('\n')[0] ?? '').filter((name) => name !== 'Remove some…')
  }
}
