import { expect, type Locator, type Page } from '@playwright/test'

/** The window as a reviewer sees it: by its names, not by its code. */
export const rows = (page: Page): Locator => page.getByRole('listbox', { name: '稿件' }).getByRole('option')
export const row = (page: Page, title: string): Locator => rows(page).filter({ hasText: title })
export const rail = (page: Page): Locator => page.getByRole('complementary', { name: '待决与历史' })
export const cards = (page: Page): Locator => rail(page).getByRole('article')
/** How many there are, once they are those of the article that is open: they follow it by a frame. */
export async function cardCount(page: Page): Promise<number> {
  await expect(rail(page)).toHaveAttribute('aria-busy', 'false')
  return cards(page).count()
}
export const source = (page: Page): Locator => page.locator('.pane.source')
export const copy = (page: Page): Locator => page.locator('.pane.copy')

/** Opens a row by its title. */
export async function open(page: Page, title: string): Promise<void> {
  await row(page, title).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
}

/** All lines of a pane: it renders what is in sight only, so it is read as a reader reads it. */
export async function read(page: Page, pane: 'source' | 'copy'): Promise<string> {
  const scroller = page.locator('.scroller')
  const lines = new Set<string>()
  await scroller.evaluate((element) => element.scrollTo(0, 0))
  for (;;) {
    await page.waitForTimeout(60)
    for (const line of await page.locator(`.pane.${pane} .cm-line`).allInnerTexts()) lines.add(line)
    const more = await scroller.evaluate((element) => {
      const before = element.scrollTop
      element.scrollBy(0, element.clientHeight / 2)
      return element.scrollTop > before
    })
    if (!more) return [...lines].join('\n')
  }
}

/** Waits until everything done so far is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
}
