import type { Page } from '@playwright/test'

export const TONGUES = ['zh', 'en'] as const
export const THEMES = ['light', 'dark'] as const
export type Tongue = (typeof TONGUES)[number]
export type Theme = (typeof THEMES)[number]

/** Switches the window's language with its own button. */
export async function speak(page: Page, tongue: Tongue): Promise<void> {
  const lang = tongue === 'zh' ? 'zh-CN' : 'en'
  if ((await page.evaluate(() => document.documentElement.lang)) === lang) return
  await page.getByRole('button', { name: tongue === 'zh' ? '中文' : 'EN', exact: true }).click()
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang)
}

/** The window follows the system's looks until the reviewer chooses. */
export const dress = (page: Page, theme: Theme): Promise<void> => page.emulateMedia({ colorScheme: theme })

/** Waits until what was asked for is drawn: faces loaded, both panes aligned, notes gone. */
export async function settled(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.note').waitFor({ state: 'detached' })
  await page.waitForTimeout(250)
}
