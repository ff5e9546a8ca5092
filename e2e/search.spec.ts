import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture'
import { makeStage, retype, withSamples } from './screens/stage'
import { FIVE } from './screens/state'
import { copy, open, row, rows, source } from './window'

test('finds words in originals and clean proofs, and steps through them in the article', async ({ desk }) => {
  const stage = makeStage(desk)
  const page = await withSamples(stage)
  const all = await rows(page).count()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.insertText('长者食堂')
  await expect(page.locator('nav mark').first()).toHaveText('长者食堂')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(FIVE)

  // What was sought is shown in the article, without taking the keyboard.
  await expect(source(page).locator('.found.here')).toBeInViewport()
  const hits = Number(/\/ (\d+)/.exec(await page.locator('.find .count').innerText())?.[1])
  expect(hits).toBeGreaterThan(1)
  await page.keyboard.press('Control+f')
  await expect(page.locator('.find input')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.find .count')).toHaveText(`2 / ${hits}`)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(page.locator('.find .count')).toHaveText(`${hits} / ${hits}`)
  await page.keyboard.press('Escape')
  await expect(source(page).locator('.found')).toHaveCount(0)

  await page.getByRole('searchbox').fill('footbridge reopen')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('Footbridges')
  await page.getByRole('searchbox').fill('')
  await expect(rows(page)).toHaveCount(all)
})

test('finds what was cut, what is typed, and what arrives meanwhile', async ({ desk }) => {
  const stage = makeStage(desk)
  const page = await withSamples(stage)
  await page.getByRole('searchbox').fill('上一版')
  await expect(row(page, FIVE)).toContainText('已删')
  await page.getByRole('searchbox').fill('')
  await open(page, FIVE)
  await retype(page, '位子', '雕花木椅')
  await page.getByRole('searchbox').fill('雕花木椅')
  await expect(page.locator('nav mark')).toHaveText('雕花木椅')
  await expect(copy(page)).toContainText('雕花木椅')
  writeFileSync(join(stage.folder, '新到.txt'), '老街新铺\n\n本报讯\u3000做雕花木椅的老师傅回来了，铺子就开在桥头。\n')
  await expect(rows(page)).toHaveCount(2, { timeout: 15_000 })
})

test('leaves the search field to an input method', { tag: '@loopback-only' }, async ({ desk }) => {
  const page = await withSamples(makeStage(desk))
  const field = page.getByRole('searchbox')
  await field.focus()
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'shi tang', selectionStart: 8, selectionEnd: 8 })
  await page.waitForTimeout(400)
  await expect(rows(page)).toHaveCount(13)
  await input.send('Input.insertText', { text: '食堂' })
  await expect(page.locator('nav mark').first()).toHaveText('食堂')
})
