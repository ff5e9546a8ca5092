import { layOutAlike, layOutShaped, PLACES, SHARE } from './alike'
import { approveOpened } from './approving'
import { type Desk, expect, type Page, test } from './fixture'
import { analysed, makeStage } from './screens/stage'
import { copy, open, rail, saved } from './window'

const dialog = (page: Page) => page.getByRole('dialog')

/** Opens the first article and points at the line in its list of removals. */
async function pointAtLine(page: Page): Promise<void> {
  await open(page, `${PLACES[0]}的集市`)
  await rail(page).getByRole('tab').nth(1).click()
  await rail(page).getByText('分享到').first().click()
}

async function stands(page: Page, place: string, there: boolean): Promise<void> {
  await open(page, `${place}的集市`)
  const line = copy(page).getByText('QQ空间')
  await (there ? expect(line).toBeVisible() : expect(line).toHaveCount(0))
}

/** The line that all of them hold is kept in each. */
async function keptAll(desk: Desk): Promise<Page> {
  const { folder } = makeStage(desk)
  layOutAlike(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await pointAtLine(page)
  await page.keyboard.press('Shift+X')
  await dialog(page).getByRole('button', { name: '保留 6 行' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await saved(page)
  return page
}

test('one decision for all identical lines of the folder, with an exception, and one undo', async ({
  desk,
  relaunch,
}) => {
  const { folder } = makeStage(desk)
  layOutAlike(folder)
  let page = await desk.launch(folder)
  await analysed(page)
  await pointAtLine(page)

  await page.keyboard.press('Shift+X')
  await expect(dialog(page).locator('blockquote')).toHaveText(SHARE)
  await expect(dialog(page).getByRole('status')).toContainText('6 行')
  await dialog(page).getByRole('checkbox').nth(3).uncheck()
  const excepted = (await dialog(page).locator('.line .title').nth(2).innerText()).slice(0, 2)
  await expect(dialog(page).getByRole('status')).toContainText('5 行')
  await dialog(page).getByRole('button', { name: '保留 5 行' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('.note')).toContainText('5 篇')
  await saved(page)
  for (const place of PLACES) await stands(page, place, place !== excepted)

  // It is on the disk, a decision of each article.
  page = await relaunch(folder)
  await analysed(page)
  await stands(page, PLACES.find((place) => place !== excepted) ?? '', true)
  await rail(page).getByRole('tab').last().click()
  await expect(rail(page)).toContainText('QQ空间')

  // What is left to decide is the exception alone.
  await open(page, `${excepted}的集市`)
  await rail(page).getByRole('tab').nth(1).click()
  await rail(page).getByText('分享到').first().click()
  await page.keyboard.press('Shift+X')
  await expect(dialog(page).getByRole('status')).toContainText('1 行')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('a bulk decision is undone in every article at once', async ({ desk }) => {
  const page = await keptAll(desk)
  await stands(page, PLACES[1] ?? '', true)
  await page.keyboard.press('Backspace')
  await expect(page.locator('.note').filter({ hasText: '撤销' })).toContainText('6 篇')
  await saved(page)
  for (const place of PLACES) await stands(page, place, false)
})

test('undoing a bulk decision says in how many articles it stays', async ({ desk }) => {
  const page = await keptAll(desk)
  await open(page, `${PLACES[1]}的集市`)
  await approveOpened(page, `${PLACES[1]}的集市`)
  await page.keyboard.press('Alt+u')
  await expect(page.locator('.note').filter({ hasText: '撤销' })).toContainText('5 篇里撤销\uFF1B另有 1 篇没有动')
  await stands(page, PLACES[1] ?? '', true)
})

test('one decision for all lines of the same shape, chosen after the identical ones', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOutShaped(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await open(page, `${PLACES[0]}的集市`)
  await rail(page).getByRole('tab').nth(1).click()
  await rail(page).getByText('上一篇').first().click()
  await page.keyboard.press('Shift+X')
  await expect(dialog(page).getByRole('status')).toContainText('1 行')
  await dialog(page).getByRole('radio', { name: '同一模样的行\uFF1A6' }).check()
  await expect(dialog(page).getByRole('status')).toContainText('6 行')
  await expect(dialog(page).locator('code')).toHaveText('上一篇:‹标题›')
  await dialog(page).getByRole('checkbox').nth(6).uncheck()
  await dialog(page).getByRole('button', { name: '保留 5 行' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await saved(page)
  await expect(page.locator('.note')).toContainText('5 篇')
  await page.keyboard.press('Backspace')
  await expect(page.locator('.note').filter({ hasText: '撤销' })).toContainText('5 篇')
  await saved(page)
  await expect(copy(page).getByText('上一篇')).toHaveCount(0)
})
