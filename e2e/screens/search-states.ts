import { expect } from '../fixture'
import { rows } from '../window'
import { openedRow, withSamples } from './stage'
import { FIVE, type State } from './state'

/** What is found in all articles, and in the one that is open. */
export const searchStates: State[] = [
  {
    name: 'search',
    async reach(stage) {
      const page = await withSamples(stage)
      await page.getByRole('searchbox').first().fill('记者')
      await expect(page.locator('nav mark').first()).toBeVisible()
      await rows(page).first().click()
      await expect(page.locator('.find .count')).toContainText('/')
      return page
    },
  },
  {
    name: 'search-cut',
    async reach(stage) {
      const page = await withSamples(stage)
      await page.getByRole('searchbox').first().fill('上一版')
      await expect(page.locator('nav .hit').first()).toBeVisible()
      return page
    },
  },
  {
    name: 'find',
    async reach(stage) {
      return openedRow(stage, FIVE)
    },
    over: {
      async open(page) {
        await page.keyboard.press('Control+f')
        await page.locator('.find input').fill('老人')
        await page.keyboard.press('Enter')
      },
      close: (page) => page.keyboard.press('Escape'),
    },
  },
]
