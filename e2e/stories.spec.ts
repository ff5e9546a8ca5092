import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { approveOpened } from './approving'
import { DIGEST, dropDigest } from './digest'
import { exportBag } from './exporting'
import { type Desk, expect, type Page, test } from './fixture'
import { caretBehind } from './screens/stage'
import { cards, copy, open, rail, row, saved, source } from './window'

const heads = (page: Page) => copy(page).locator('[data-story]')
const titles = (page: Page) => copy(page).locator('.head-title')

test('a page is split into stories by hand, merged again, approved and exported as several', async ({ desk }) => {
  dropDigest(desk.folder)
  const page = await desk.launch(desk.folder)
  await row(page, DIGEST.title).waitFor()
  await open(page, DIGEST.title)
  await expect(cards(page).filter({ hasText: '1300名' })).toHaveCount(1)
  await expect(heads(page)).toHaveCount(0)

  await test.step('from the original, by the button', async () => {
    await source(page).locator('.cm-line', { hasText: DIGEST.second }).click()
    await page.getByRole('button', { name: '从这里另起一篇' }).click()
    await expect(titles(page)).toHaveText([DIGEST.title, DIGEST.second])
    await expect(page.locator('header.doc')).toContainText('2 篇')
  })
  await test.step('the checks look at each story anew: what they asked is asked once, of its own headline', async () => {
    await expect(cards(page).filter({ hasText: '1300名' })).toHaveCount(1)
    await expect(cards(page).filter({ hasText: '1300名' })).toContainText('标题写')
  })

  await test.step('from the cleaned text, by key', async () => {
    await caretBehind(page, DIGEST.third)
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await expect(titles(page)).toHaveText([DIGEST.title, DIGEST.second, DIGEST.third])
    await expect(row(page, DIGEST.title)).toContainText('3 篇')
    await saved(page)
  })
  await test.step('an earlier split is taken back while the later one stays', () => undoEarlier(page))
  await test.step('what heads the new story is written, and stays with it', async () => {
    await titles(page).nth(1).click()
    const form = page.getByRole('form')
    await expect(form.getByLabel('作者')).toHaveValue('李明')
    await form.getByLabel('标题', { exact: true }).fill('小学新楼启用')
    await page.keyboard.press('Enter')
    await expect(titles(page)).toHaveText([DIGEST.title, '小学新楼启用', DIGEST.third])
  })
  await test.step('joined to the one before, and begun again', async () => {
    await heads(page).nth(2).getByRole('button', { name: '并入上一篇' }).click()
    await expect(titles(page)).toHaveText([DIGEST.title, '小学新楼启用'])
    await expect(copy(page).locator('.cm-line', { hasText: DIGEST.third })).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(titles(page)).toHaveCount(3)
    await saved(page)
  })
  await approveOpened(page, DIGEST.title)
  await exported(desk)
})

test('a story begins at the paragraph that was typed in last, also before that is told', async ({ desk }) => {
  dropDigest(desk.folder)
  const page = await desk.launch(desk.folder)
  await row(page, DIGEST.title).waitFor()
  await open(page, DIGEST.title)
  await caretBehind(page, DIGEST.third)
  await page.keyboard.insertText('到十点')
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await expect(titles(page)).toHaveText([DIGEST.title, `${DIGEST.third}到十点`])
})

async function undoEarlier(page: Page): Promise<void> {
  await rail(page).getByRole('tab', { name: /历史/ }).click()
  const line = rail(page)
    .getByRole('listitem')
    .filter({ hasText: `从“${DIGEST.second}”另起一篇` })
  await line.getByRole('button', { name: '撤销' }).click()
  await expect(titles(page)).toHaveText([DIGEST.title, DIGEST.third])
  await line.first().getByRole('button', { name: '恢复' }).click()
  await expect(titles(page)).toHaveText([DIGEST.title, DIGEST.second, DIGEST.third])
  await rail(page).getByRole('tab').first().click()
}

async function exported(desk: Desk): Promise<void> {
  const page = await desk.launch()
  await open(page, DIGEST.title)
  await expect(titles(page)).toHaveText([DIGEST.title, '小学新楼启用', DIGEST.third])
  await expect(copy(page).getByRole('button', { name: '并入上一篇' })).toHaveCount(0)
  const bag = await exportBag(page, desk)
  const lines = readFileSync(join(bag, 'data/articles.jsonl'), 'utf8').trim().split('\n')
  const articles = lines.map((line) => JSON.parse(line) as { title: string; authors: string[]; text: string })
  expect(articles.map(({ title }) => title)).toEqual([DIGEST.title, '小学新楼启用', DIGEST.third])
  expect(articles[1]).toMatchObject({ authors: ['李明'] })
  expect(articles[2]!.text).toBe('市图书馆从今天起开放到晚上十点。')
  expect(readdirSync(join(bag, 'data/clean')).filter((name) => name.endsWith('.txt'))).toHaveLength(3)
}
