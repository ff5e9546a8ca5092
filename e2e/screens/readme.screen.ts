import { join } from 'node:path'
import { ROOT, test } from '../fixture'
import { dress, settled, THEMES } from './looks'
import { makeStage } from './stage'
import { partlyDone, workOn } from './state'

test('the picture in README.md', async ({ desk }) => {
  const page = await partlyDone(makeStage(desk))
  await page.getByRole('contentinfo').getByRole('textbox').fill('林夏')
  await page.getByRole('contentinfo').getByRole('textbox').press('Enter')
  await workOn(page)
  await settled(page)
  await page.locator('.scroller').evaluate((element) => element.scrollTo(0, 0))
  for (const theme of THEMES) {
    await dress(page, theme)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(ROOT, 'resources/screens', `desk-${theme}.png`) })
  }
})
