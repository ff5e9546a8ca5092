import { expect, type Page, test } from './fixture'
import { makeStage, openRow, withSamples } from './screens/stage'
import { FIVE } from './screens/state'
import { cardCount, cards, rail, rows, saved } from './window'

const dialog = (page: Page) => page.getByRole('dialog')

test('every command from the palette, found by a few of its letters in either language', async ({ desk }) => {
  const page = await withSamples(makeStage(desk))
  await page.keyboard.press('Control+Shift+p')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText('下篇')
  await expect(dialog(page).getByRole('option').first()).toContainText('下一篇')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(FIVE)

  const open = await cardCount(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('keep line')
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveCount(open - 1)
  await saved(page)

  // Inside it, letters are letters; Escape leaves everything as it was.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(cards(page)).toHaveCount(open - 1)
  await expect(rail(page)).toBeVisible()
})

test('a key of one\u2019s own: clashes are told, it holds after a kill, and can be reset', async ({ desk }) => {
  const stage = makeStage(desk)
  let page = await withSamples(stage)
  const change = (what: string) => page.getByRole('button', { name: `改键\uFF1A${what}` })
  await page.keyboard.press('F1')
  const keep = await page.locator('dialog th').nth(1).innerText()

  await change(keep).click()
  await page.keyboard.press('Control+c')
  await expect(dialog(page).getByRole('status')).toContainText('系统')
  await page.keyboard.press('j')
  await expect(dialog(page).getByRole('status')).toContainText('已用于')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeVisible()
  await change(keep).click()
  await page.keyboard.press('d')
  await expect(page.locator('dialog tr').nth(1).locator('kbd')).toHaveText('D')

  // What is pressed while writing needs a modifier.
  await change('导出').click()
  await page.keyboard.press('e')
  await expect(dialog(page).getByRole('status')).toContainText('修饰键')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)

  await openRow(page, FIVE)
  const open = await cardCount(page)
  await page.keyboard.press('x')
  await page.waitForTimeout(200)
  await expect(cards(page)).toHaveCount(open)
  await page.keyboard.press('d')
  await expect(cards(page)).toHaveCount(open - 1)
  await saved(page)

  await desk.kill()
  page = await desk.launch(stage.folder)
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.locator('dialog tr').nth(1).locator('kbd')).toHaveText('D')
  await page.getByRole('button', { name: '全部还原' }).click()
  await expect(page.locator('dialog tr').nth(1).locator('kbd')).toHaveText('X')
})
