import { expect, test } from './fixture'
import { makeStage, openedRow } from './screens/stage'
import { FIVE } from './screens/state'
import { copy, read, saved, source } from './window'

test('what is selected in the original leaves the cleaned text, and comes back', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE, '01')
  const before = await read(page, 'copy')
  const line = source(page).locator('.cm-line', { hasText: '上午十点半' })

  // A paragraph as a whole.
  await line.click({ clickCount: 3 })
  const button = page.getByRole('button', { name: '删去所选' })
  await expect(button).toBeVisible()
  await page.keyboard.press('Delete')
  await saved(page)
  await expect(copy(page)).not.toContainText('上午十点半')
  await expect(button).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await saved(page)
  expect(await read(page, 'copy')).toBe(before)

  // Some words of it: by the button.
  await line.click({ clickCount: 2, position: { x: 8, y: 12 } })
  await button.click()
  await saved(page)
  const after = await read(page, 'copy')
  expect(after.length).toBeLessThan(before.length)
  expect(before.length - after.length).toBeLessThan(8)
  await page.getByRole('tab', { name: '历史' }).click()
  await page.getByRole('complementary').getByRole('button', { name: '撤销' }).first().click()
  await saved(page)
  expect(await read(page, 'copy')).toBe(before)
})
