import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COPIES, dropCopies } from './copies'
import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './fixture'
import { cards, copy, open, rail, read, row, rows, saved, source } from './window'

/** Two invented articles with one approximation in common; the first has more to find. */
const WATER = {
  file: '供水.txt',
  title: '白马河水厂通水',
  text: `白马河水厂通水

白马河水厂昨天通水,全镇18个村中,6个村由县水厂直供,9个村由镇水厂供水,剩余4个村由泵站供水。
施工队先后检修管道近百余处,镇里推出“五项服务”(查水压、查水质、查管网、报故障),村民都说方便。
`,
}
const ROAD = {
  file: '修路.txt',
  title: '石桥镇修好村路',
  text: `石桥镇修好村路

石桥镇的村路上月修好\uFF0C养护队先后填补坑洼近百余处\uFF0C夜里也装了路灯。
老人出门散步\uFF0C孩子上学\uFF0C都比从前方便了许多。
`,
}

test.beforeEach(async ({ page, folder }) => {
  for (const { file, text } of [WATER, ROAD]) writeFileSync(join(folder, file), text)
  await expect(rows(page)).toHaveCount(2)
})

/** The card of a check. */
const card = (page: Page, check: string): Locator =>
  cards(page).filter({ has: page.locator('.rule', { hasText: check }) })

/** The words a pane marks as those of the finding in hand. */
const marked = async (pane: Locator): Promise<string> => (await pane.locator('.figure.now').allInnerTexts()).join('')

test('a finding shows its arithmetic, goes where its places are clicked, is fixed by one key and undone', async ({
  page,
}) => {
  await open(page, WATER.title)
  const sum = card(page, '分项与总数')
  await expect(sum.getByRole('row', { name: /列出/ })).toContainText('6 + 9 + 4 = 19')
  await expect(sum.getByRole('row', { name: /相差/ })).toContainText('19 \u2212 18 = 1')
  await sum.getByRole('button', { name: '9个', exact: true }).click()
  for (const pane of [source(page), copy(page)]) {
    await expect.poll(() => marked(pane)).toBe('18个6个9个4个')
    await expect(pane.locator('.twin').first()).toBeVisible()
  }

  const list = card(page, '数目与列举')
  await list.getByText('相差').click()
  await page.keyboard.press('a')
  await saved(page)
  await expect(list).toHaveCount(0)
  expect(await read(page, 'copy')).toContain('四项服务')
  await page.keyboard.press('Backspace')
  await saved(page)
  await expect(list).toHaveCount(1)
  expect(await read(page, 'copy')).toContain('五项服务')
})

test('what was dismissed stays dismissed, after text changes elsewhere and after a reload', async ({ page }) => {
  await open(page, WATER.title)
  await card(page, '约数').getByText('错误').click()
  await page.keyboard.press('x')
  await expect(card(page, '约数')).toHaveCount(0)
  await page.keyboard.press('w')
  await expect(rail(page).locator('.offer')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await open(page, WATER.title)
  await expect(card(page, '分项与总数')).toHaveCount(1)
  await expect(card(page, '约数')).toHaveCount(0)
})

test('a rule silences its phrase in every document, is listed, and switched off', async ({ page }) => {
  await open(page, ROAD.title)
  await expect(row(page, ROAD.title)).toContainText('错 1')
  await page.keyboard.press('n')
  await saved(page)
  await expect(cards(page)).toHaveCount(0)
  await expect(row(page, ROAD.title)).not.toContainText('错')
  await open(page, WATER.title)
  await expect(card(page, '分项与总数')).toHaveCount(1)
  await expect(card(page, '约数')).toHaveCount(0)
  await rail(page).getByText('按规则略过 1 处').click()
  await expect(rail(page).getByRole('button', { name: '近百余处', exact: true })).toBeVisible()

  await page.keyboard.press('r')
  const sheet = page.getByRole('dialog', { name: /规则/ })
  await expect(sheet.getByRole('row', { name: /近百余处/ })).toContainText('2')
  const turn = sheet.getByRole('switch', { name: /近百余处/ })
  await turn.uncheck()
  await expect(turn).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(card(page, '约数')).toHaveCount(1)
  await expect(row(page, ROAD.title)).toContainText('错 1')
})

test('a rule just made is taken back by undo', async ({ page }) => {
  await open(page, ROAD.title)
  await page.keyboard.press('n')
  await expect(cards(page)).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await expect(card(page, '约数')).toHaveCount(1)
})

test('the width offer is taken as one, and undone as one', async ({ page }) => {
  await open(page, WATER.title)
  const before = await read(page, 'copy')
  const offer = rail(page).locator('.offer')
  await expect(offer).toContainText('半角标点')
  await offer.getByRole('button', { name: /全部改为全角/ }).click()
  await saved(page)
  await expect(offer).toHaveCount(0)
  expect(await read(page, 'copy')).toContain('昨天通水\uFF0C全镇18个村')
  await rail(page).getByRole('tab', { name: '历史' }).click()
  await expect(rail(page).getByText(/处标点改为全角/)).toHaveCount(1)
  await page.keyboard.press('Backspace')
  await saved(page)
  await expect.poll(() => read(page, 'copy')).toBe(before)
})

test('two copies of one story that differ ask about it, and each opens the other at the place', async ({
  page,
  folder,
}) => {
  dropCopies(folder)
  const { first, second } = COPIES
  await expect(row(page, first.file)).toContainText('核 1')
  await expect(row(page, second.file)).toContainText('核 1')
  await row(page, first.file).click()
  await expect(copy(page)).toContainText(first.figure)
  await expect(cards(page)).toContainText([second.figure])
  await page.keyboard.press('o')
  await expect(row(page, second.file)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => marked(copy(page))).toBe(second.figure)
  await expect(copy(page).locator('.twin').first()).toBeVisible()
  await cards(page)
    .getByRole('button', { name: new RegExp(first.source) })
    .click()
  await expect.poll(() => marked(copy(page))).toBe(first.figure)
})
