import { expect, type Page } from '@playwright/test'
import { cardCount, cards, row, saved } from './window'

/** Finds everything open in the document on the desk to be right as it stands, by keyboard, and approves it. */
export async function approveOpened(page: Page, title: string): Promise<void> {
  for (let left = await cardCount(page); left > 0; left--) {
    await page.keyboard.press('x')
    await expect(cards(page)).toHaveCount(left - 1)
  }
  await page.keyboard.press('Control+Enter')
  await expect(row(page, title)).toContainText('已通过')
  await saved(page)
}
