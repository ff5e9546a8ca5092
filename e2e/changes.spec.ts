import { expect, test } from './fixture'
import { makeStage, openedRow } from './screens/stage'
import { FIVE } from './screens/state'
import { copy, saved } from './window'

test('the changes of an article are walked in a list, put back from it, and one after the other', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE, '01')
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('F7')
  const lines = dialog.getByRole('listitem')
  const count = await lines.count()
  expect(count).toBeGreaterThan(5)
  const removed = lines.filter({ hasText: '删去“放大 缩小 默认”' })
  await removed.getByRole('button', { name: '放回' }).click()
  await expect(lines.filter({ hasText: '放回“放大 缩小 默认”' })).toHaveCount(1)
  await saved(page)
  await lines.first().getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(lines.nth(1).getByRole('button').first()).toBeFocused()
  await lines.filter({ hasText: '近百余户' }).getByRole('button').first().press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('aside [aria-current=true]')).toContainText('近百余户')
  await expect(copy(page)).toContainText('放大 缩小 默认')

  await page.keyboard.press('Shift+Alt+F5')
  await expect(page.getByRole('status').filter({ hasText: '移作稿件信息' })).toBeVisible()
})
