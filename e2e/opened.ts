import { expect, type Page } from '@playwright/test'

/** The page once the window stands in it, whatever it shows. */
export async function opened(page: Page): Promise<Page> {
  await expect(page.locator('#app > *').first()).toBeAttached()
  return page
}
