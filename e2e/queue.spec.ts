import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './fixture'
import { analysed, layOut, makeStage, SAMPLE_ROWS, withSamples } from './screens/stage'
import { row, rows, saved } from './window'

const PLACES = ['桥头', '河口', '东岭', '西滩']

/** Articles that ask for nothing: they can be approved as they came. */
function layOutPlain(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const place of PLACES) {
    const paragraph = `\u3000\u3000${place}的集市沿着河堤摆开\uFF0C卖菜的老人把担子放在树下\uFF0C孩子们围着糖人摊不肯走。`
    writeFileSync(
      join(folder, `${place}.txt`),
      `${place}的集市开张了\n\n${paragraph}\n${paragraph.replace('卖菜', '卖花')}\n`,
    )
  }
}

const list = (page: Page): Locator => page.getByRole('listbox', { name: '稿件' })
const bar = (page: Page): Locator => page.getByRole('group', { name: '已选稿件' })
const chosen = (page: Page): Locator => rows(page).and(page.locator('[aria-selected=true]'))
const count = (page: Page): Promise<number> => rows(page).first().getAttribute('aria-setsize').then(Number)

/** The choices of a facet with a count, and what they say. */
async function choices(page: Page, facet: string): Promise<{ value: string; count: number }[]> {
  const options = page.getByLabel(facet, { exact: true }).locator('option:not([value=""])')
  const told = await options.evaluateAll((all) => all.map((one) => [(one as HTMLOptionElement).value, one.textContent]))
  return told.map(([value, says]) => ({ value: value ?? '', count: Number(/\uFF08(\d+)\uFF09/.exec(says ?? '')?.[1]) }))
}

test('facets count what they leave, heed each other and the search, and are remembered', async ({ desk, relaunch }) => {
  const stage = makeStage(desk)
  let page = await withSamples(stage)
  const sites = await choices(page, '站点')
  expect(sites.reduce((sum, site) => sum + site.count, 0)).toBe(SAMPLE_ROWS)
  for (const facet of ['站点', '待决', '日期']) {
    for (const { value, count: said } of await choices(page, facet)) {
      if (said === 0) continue
      await page.getByLabel(facet, { exact: true }).selectOption(value)
      await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(said))
    }
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(SAMPLE_ROWS))
  }

  // A facet leaves the others their own counts of what is left.
  await page.getByLabel('待决', { exact: true }).selectOption('=error')
  const left = await count(page)
  const some = await choices(page, '站点')
  expect(some.reduce((sum, site) => sum + site.count, 0)).toBe(left)
  await page.getByRole('searchbox').fill('石桥镇')
  await expect(page.getByRole('button', { name: /^全部/ })).toContainText(/^全部 \d$/)
  await page.getByRole('searchbox').fill('')

  await page.getByLabel('排序').selectOption('flags')
  await saved(page)
  await page.waitForTimeout(200)
  page = await relaunch(stage.folder)
  await analysed(page)
  await expect(page.getByLabel('待决', { exact: true })).toHaveValue('=error')
  await expect(page.getByLabel('排序')).toHaveValue('flags')
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(left))
})

test('several articles are marked, approved with what is refused told, and taken back as one', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOut(folder, '02', '06')
  layOutPlain(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await expect(list(page)).toHaveAttribute('aria-multiselectable', 'true')

  // Marked with the mouse: the article on the desk stays.
  await row(page, PLACES[0] ?? '').click()
  await row(page, PLACES[1] ?? '').click({ modifiers: ['ControlOrMeta'] })
  await expect(chosen(page)).toHaveCount(2)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PLACES[0] ?? '')
  await row(page, PLACES[1] ?? '').click({ modifiers: ['ControlOrMeta'] })
  await expect(chosen(page)).toHaveCount(1)
  await list(page).focus()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)

  // With the keyboard: a range, then all.
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(page)).toHaveCount(3)
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen(page)).toHaveCount(2)
  await page.keyboard.press('Control+a')
  await expect(chosen(page)).toHaveCount(6)
  await expect(bar(page)).toContainText('已选 6 篇')

  await page.keyboard.press('Control+Enter')
  await expect(bar(page)).toContainText('已通过 4 篇', { timeout: 20_000 })
  await expect(bar(page)).toContainText('2 篇没有')
  await expect(bar(page).getByRole('listitem').first()).toContainText(/还有 \d+ 处未决/)
  await expect(rows(page).filter({ hasText: '已通过' })).toHaveCount(4)
  await saved(page)
  await page.keyboard.press('Alt+u')
  await expect(rows(page).filter({ hasText: '已通过' })).toHaveCount(0)
  await expect(page.locator('.note')).toContainText('4 篇')
  await saved(page)
})

test('several are rejected with a reason, and reopened', async ({ desk, relaunch }) => {
  const { folder } = makeStage(desk)
  layOutPlain(folder)
  let page = await desk.launch(folder)
  await analysed(page)
  await row(page, PLACES[0] ?? '').click()
  await rows(page)
    .last()
    .click({ modifiers: ['Shift'] })
  const marked = await chosen(page).count()
  expect(marked).toBeGreaterThan(0)
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.press('3')
  await expect(rows(page).filter({ hasText: '已退回' })).toHaveCount(4)
  await saved(page)

  // On the disk, with its reason.
  page = await relaunch(folder)
  await analysed(page)
  await row(page, PLACES[2] ?? '').click()
  await expect(page.getByRole('main')).toContainText('重复')
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await bar(page).getByRole('button', { name: '重新打开' }).click()
  await expect(rows(page).filter({ hasText: '待审' })).toHaveCount(4)
  await saved(page)
})
