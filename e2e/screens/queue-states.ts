import { expect } from '../fixture'
import { rows } from '../window'
import { openRow, withSamples } from './stage'
import { COUNTY, PARTS, type State, WECHAT } from './state'

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
]
