import { expect, type Page, test } from './fixture'
import { makeStage, openedRow, openRow } from './screens/stage'
import { COUNTY } from './screens/state'
import { cardCount, cards, rail, row, saved } from './window'

async function settleAll(page: Page): Promise<void> {
  for (let left = await cardCount(page); left > 0; left--) {
    await page.keyboard.press('x')
    await expect(cards(page)).toHaveCount(left - 1)
  }
}

/** From now on somebody else sits at this desk. */
async function sits(page: Page, name: string): Promise<void> {
  const footer = page.getByRole('contentinfo')
  const given = footer.getByTitle('改署名')
  if ((await given.count()) > 0) await given.click()
  await footer.getByRole('textbox').fill(name)
  await page.keyboard.press('Enter')
  await expect(given).toContainText(name)
}

test('an article goes through its stages, each signed by another reviewer, the last one approves', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), COUNTY)
  await page.keyboard.press('Alt+s')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('初审\n终审')
  await sheet.getByRole('button', { name: '启用' }).click()
  await sits(page, '林')
  await settleAll(page)
  await expect(page.getByRole('button', { name: /签初审/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(row(page, COUNTY)).toContainText('初审 林')
  await saved(page)

  await openRow(page, COUNTY)
  const sign = page.getByRole('button', { name: /签终审/ })
  await expect(sign).toContainText('您已签过初审')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, COUNTY)).not.toContainText('已通过')

  await sits(page, '周')
  await expect(sign).not.toContainText('您已签过')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, COUNTY)).toContainText('已通过')
  await saved(page)
  await openRow(page, COUNTY)
  await rail(page).getByRole('tab', { name: '历史' }).click()
  await expect(rail(page)).toContainText('签了初审')
  await expect(rail(page)).toContainText('终审通过')
})
