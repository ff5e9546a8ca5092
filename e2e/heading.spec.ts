import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture'
import { makeStage, openedRow, openRow } from './screens/stage'
import { FIVE, PARTS } from './screens/state'
import { rail, row, saved } from './window'

test('what heads an article is edited in place, told in the history, and taken back', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE, '01')
  const heading = page.getByRole('heading', { level: 1 })
  const before = (await heading.textContent())!

  await page.keyboard.press('t')
  const form = page.getByRole('form')
  await expect(form.getByLabel('标题', { exact: true })).toBeFocused()
  await form.getByLabel('标题', { exact: true }).fill('另一个标题')
  await form.getByLabel('作者').fill('周文、赵一鸣')
  await form.getByLabel('发布时间').fill('昨天')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('看不懂')
  await form.getByLabel('发布时间').fill('2026年6月19日 9:05')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(heading).toContainText('另一个标题')
  await expect(page.locator('header.doc')).toContainText('周文、赵一鸣')
  await expect(page.locator('header.doc')).toContainText('2026-06-19 09:05')
  await saved(page)
  const lines = readFileSync(join(desk.data, 'journal/journal.ndjson'), 'utf8').trim().split('\n')
  expect(JSON.parse(lines.at(-1)!).op).toMatchObject({
    kind: 'meta',
    story: 0,
    set: { title: '另一个标题', authors: ['周文', '赵一鸣'], published: '2026-06-19T09:05' },
  })

  await rail(page).getByRole('tab', { name: /历史/ }).click()
  await expect(rail(page)).toContainText('→ “另一个标题”')
  await rail(page).getByRole('button', { name: '撤销' }).first().click()
  await expect(heading).toHaveText(before)

  await page.keyboard.press('t')
  await form.getByLabel('标题', { exact: true }).fill('不要的')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(heading).toHaveText(before)
})

test('words written in the head go with the article to its approval, and to the next', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE)
  await page.keyboard.press('t')
  const form = page.getByRole('form')
  await form.getByLabel('标题', { exact: true }).fill('随稿带走的标题')
  await openRow(page, PARTS)
  await expect(form).toHaveCount(0)
  await row(page, '随稿带走').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('随稿带走的标题')

  await page.keyboard.press('t')
  await form.getByLabel('发布时间').fill('昨天')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form.getByLabel('发布时间')).toBeFocused()
  await expect(form.getByRole('alert')).toContainText('看不懂')
})
