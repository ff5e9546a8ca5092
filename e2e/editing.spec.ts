import { articles, drop } from './articles'
import { expect, type Page, test } from './fixture'
import { copy, open, rail, read, rows, saved, source } from './window'

const given = articles()

test.beforeEach(async ({ page, folder }) => {
  drop(given.from, [given.opened.file], folder)
  await open(page, given.opened.title)
})

async function intoEditor(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(copy(page).locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Control+Home')
}

test('a removed line is put back, stands in the cleaned text, and is taken away again by undo', async ({ page }) => {
  const words = given.opened.removed[0]!.words
  await rail(page).getByRole('tab', { name: /已删/ }).click()
  await rail(page).getByRole('button', { name: '放回' }).first().click()
  await saved(page)
  const first = await source(page).locator('.block.back').first().innerText()
  expect(await read(page, 'copy')).not.toBe('')
  expect(await read(page, 'copy')).toContain(
    first
      .split('\n')[0]!
      .replace(/已放回.*/, '')
      .trim()
      .slice(0, 4),
  )
  await page.keyboard.press('Backspace')
  await saved(page)
  expect(await read(page, 'copy')).not.toContain(words)
})

test('words typed and taken back by Ctrl+Z leave the text, and its provenance, as it was', async ({ page }) => {
  const before = await read(page, 'copy')
  await intoEditor(page)
  await page.keyboard.press('Delete')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText('甲乙')
  await saved(page)
  expect(await read(page, 'copy')).not.toBe(before)
  await page.keyboard.press('Escape')
  await intoEditor(page)
  for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z')
  await saved(page)
  await expect.poll(() => read(page, 'copy')).toBe(before)
  await rail(page).getByRole('tab', { name: /修改/ }).click()
  await expect(rail(page).getByText('清样还没有改过字')).toBeVisible()
})

test('Ctrl+Z goes on where the document was closed and opened again, and Ctrl+Y comes back', async ({
  page,
  folder,
}) => {
  const other = given.files.find((file) => file !== given.opened.file)!
  drop(given.from, [other], folder)
  await expect(rows(page)).toHaveCount(2)
  const before = await read(page, 'copy')
  await intoEditor(page)
  await page.keyboard.insertText('甲乙')
  await saved(page)
  const typed = await read(page, 'copy')
  await page.keyboard.press('Escape')
  await rows(page).filter({ hasNotText: given.opened.title }).click()
  await open(page, given.opened.title)
  await intoEditor(page)
  await page.keyboard.press('Control+z')
  await saved(page)
  await expect.poll(() => read(page, 'copy')).toBe(before)
  await page.keyboard.press('Control+y')
  await saved(page)
  await expect.poll(() => read(page, 'copy')).toBe(typed)
})

test('an input method neither loses nor doubles a character while a decision changes the text', async ({ page }) => {
  await intoEditor(page)
  const client = await page.context().newCDPSession(page)
  for (const text of ['q', 'qi', 'qin', 'qing', 'qing y', 'qing yang']) {
    await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(40)
  }
  await client.send('Input.insertText', { text: '清样' })
  await saved(page)
  const text = await read(page, 'copy')
  expect(text.match(/清样/g)).toHaveLength(1)
  expect(text).not.toContain('qing')
})

test('a click in one pane shows the same place in the other', async ({ page }) => {
  const line = source(page)
    .locator('.cm-line')
    .filter({ hasText: given.opened.sentence.slice(0, 6) })
  await read(page, 'source')
  await line.first().scrollIntoViewIfNeeded()
  await line.first().click()
  await expect(copy(page).locator('.twin').first()).toBeVisible()
})
