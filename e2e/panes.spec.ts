import { expect, type Page, test } from './fixture'
import { makeStage, openedRow, openRow } from './screens/stage'
import { FIVE } from './screens/state'
import { rail, saved } from './window'

const WEB_PAGE = '鹿鸣区'
const width = async (page: Page): Promise<number> => (await page.locator('.pane.source').boundingBox())!.width

test('the panes are as wide as the reviewer drags them, also after a restart', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE)
  const bar = page.getByRole('separator', { name: '原文与清样的宽度' })
  const before = await width(page)
  const box = (await bar.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 120, box.y + 8, { steps: 4 })
  await page.mouse.up()
  expect(Math.abs(before - 120 - (await width(page)))).toBeLessThan(12)
  const dragged = await width(page)
  await saved(page)
  await page.reload()
  await openRow(page, FIVE)
  expect(Math.abs((await width(page)) - dragged)).toBeLessThan(2)

  await bar.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => width(page)).toBeGreaterThan(dragged)
  await bar.dblclick()
  expect(Math.abs((await width(page)) - before)).toBeLessThan(2)
})

test('a web page is seen as its file has it, and a click there goes to the line', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), WEB_PAGE)
  await page.getByRole('button', { name: '原码' }).click()
  const raw = page.locator('.raw')
  await expect(raw).toContainText('<html')
  const figure = raw.locator('.raw-now').filter({ hasText: '三个一点' })
  await expect(figure).toBeInViewport()
  const removed = raw.locator('.raw-removed').first()
  await removed.scrollIntoViewIfNeeded()
  await removed.click()
  await expect(raw.locator('.raw-now').first()).toBeVisible()
  await page.keyboard.press('x')
  await rail(page).getByRole('tab', { name: '历史' }).click()
  await expect(rail(page)).toContainText('保留')
  await page.keyboard.press('Alt+m')
  await expect(raw).toHaveCount(0)
  await openRow(page, FIVE)
  await expect(page.getByRole('button', { name: '原码' })).toHaveCount(0)
})
