import { expect, type Page } from '../fixture'
import { rows } from '../window'
import { openRow, withSamples } from './stage'
import { COUNTY, partlyDone, PARTS, type State, WECHAT } from './state'

const overview = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+g')
  await page.locator('main h1').waitFor()
}

/** The queue narrowed by its facets, and several of its rows marked. */
export const queueStates: State[] = [
  {
    name: 'facets',
    async reach(stage) {
      const page = await withSamples(stage)
      await openRow(page, PARTS)
      await page.locator('.facets select').nth(1).selectOption('=error')
      return page
    },
  },
  {
    name: 'marked',
    async reach(stage) {
      const page = await withSamples(stage)
      await openRow(page, PARTS)
      for (const words of [COUNTY, WECHAT]) {
        await rows(page)
          .filter({ hasText: words })
          .click({ modifiers: ['ControlOrMeta'] })
      }
      return page
    },
  },
  {
    name: 'marked-refused',
    async reach(stage) {
      const page = await withSamples(stage)
      await openRow(page, PARTS)
      await page.locator('[role=listbox]').focus()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+Enter')
      await expect(page.locator('.batch details')).toBeVisible()
      return page
    },
  },
  {
    name: 'overview',
    async reach(stage) {
      const page = await partlyDone(stage)
      await overview(page)
      await page.locator('main table').first().waitFor()
      return page
    },
  },
  {
    name: 'overview-zoomed',
    async reach(stage) {
      const page = await withSamples(stage)
      await page.setViewportSize({ width: 720, height: 450 })
      await overview(page)
      await page.locator('main table').first().waitFor()
      return page
    },
  },
  {
    name: 'overview-empty',
    async reach({ desk, folder }) {
      const page = await desk.launch(folder)
      await page.locator('.crumb').waitFor()
      await overview(page)
      return page
    },
  },
]
