import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture'
import { makeStage, openRow, withSamples } from './screens/stage'
import { FIVE } from './screens/state'
import { rail, saved } from './window'

test('what heads an article is edited in place, told in the history, and taken back', async ({ desk }) => {
  const page = await withSamples(makeStage(desk), '01')
  await openRow(page, FIVE)
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
