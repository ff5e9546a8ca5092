import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articles, drop } from './articles'
import { exportBag } from './exporting'
import { type Desk, expect, type Page, test } from './fixture'
import { cardCount, cards, copy, open, rail, read, row, rows, saved, source } from './window'

const given = articles()

test('a folder is opened, its articles reviewed, approved, kept over a restart, exported and verified', async ({
  page,
  folder,
  relaunch,
  desk,
}) => {
  test.setTimeout(180_000)

  await test.step('five articles dropped while the app runs become five rows', async () => {
    await expect(page.getByText('正在监视')).toBeVisible()
    const started = Date.now()
    drop(given.from, given.files, folder)
    await expect(rows(page)).toHaveCount(given.rows)
    console.log(`    ${given.rows} rows ${Date.now() - started} ms after the drop (to be within 2 s)`)
    await expect(row(page, given.opened.title)).toContainText('删')
  })

  await test.step('furniture is struck out with its reason, and gone from the cleaned text', async () => {
    await open(page, given.opened.title)
    const original = await read(page, 'source')
    const cleaned = await read(page, 'copy')
    for (const { words, reason } of given.opened.removed) {
      expect(original).toContain(words)
      expect(cleaned).not.toContain(words)
      expect(original).toMatch(reason)
    }
    expect(cleaned).toContain(given.opened.sentence)
    await source(page).locator('.struck').first().waitFor()
  })

  await test.step('the contradiction is a finding, and approval is refused while it is open', async () => {
    await expect(cards(page).filter({ hasText: given.opened.finding })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/还有 \d+ 处未决/).first()).toBeVisible()
    for (const place of [rows(page), page.locator('main')])
      await expect(place.getByText('已通过', { exact: true })).toHaveCount(0)
  })

  await test.step('every flag is decided by keyboard alone, a word edited', () => decideAll(page))

  await test.step('approved', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(row(page, given.opened.title)).toContainText('已通过')
    await saved(page)
  })

  await test.step('after a restart everything is where it was', async () => {
    const again = await relaunch()
    await expect(rows(again)).toHaveCount(given.rows)
    await expect(row(again, given.opened.title)).toContainText('已通过')
    await open(again, given.opened.title)
    expect(await read(again, 'copy')).toContain('新加的话')
  })

  await test.step('the approved article is exported, and the bag is sound', () => exportAndVerify(desk))
})

/** Dismisses, removes and edits, never touching the mouse; ends with nothing open. */
async function decideAll(page: Page): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const open = await cardCount(page)
    if (open === 0) break
    await page.keyboard.press('x')
    await expect(cards(page)).toHaveCount(open - 1)
  }
  await page.keyboard.press('Control+Shift+A')
  await page.keyboard.press('Enter')
  await expect(copy(page).locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('新加的话')
  await page.keyboard.press('Escape')
  await saved(page)
  await expect(rail(page).getByText('没有待决的了')).toBeVisible()
}

async function exportAndVerify(desk: Desk): Promise<void> {
  const page = await desk.launch()
  await expect(row(page, given.opened.title)).toContainText('已通过')
  const bag = await exportBag(page, desk)
  const clean = join(bag, 'data/clean')
  const texts = readdirSync(clean).filter((name) => name.endsWith('.txt'))
  expect(texts).toHaveLength(1)
  const text = readFileSync(join(clean, texts[0]!), 'utf8')
  expect(text).toContain('新加的话')
  for (const { words } of given.opened.removed) expect(text).not.toContain(words)
}
