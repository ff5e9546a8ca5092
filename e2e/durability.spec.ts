import { DAMAGES } from '../scripts/soak/damage'
import { articles, drop } from './articles'
import { expect, type Page, test } from './fixture'
import { copy, open, read, row, rows, saved } from './window'

const given = articles()

async function write(page: Page, words: string): Promise<void> {
  await open(page, given.opened.title)
  await page.keyboard.press('Enter')
  await expect(copy(page).locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText(words)
}

test('a wiped IndexedDB is rebuilt from the journal', async ({ page, folder, desk }) => {
  drop(given.from, given.files, folder)
  await expect(rows(page)).toHaveCount(given.rows)
  await write(page, '写在前面')
  await saved(page)
  await desk.wipeIndexedDB()
  const again = await desk.launch()
  await expect(rows(again)).toHaveCount(given.rows)
  await open(again, given.opened.title)
  expect(await read(again, 'copy')).toContain('写在前面')
})

// The other kinds, 200 times: npm run soak -- views
for (const how of ['64 bytes flipped', 'manifest of zeros'])
  test(
    `a damaged IndexedDB is rebuilt from the journal: ${how}`,
    { tag: '@loopback-only' },
    async ({ page, folder, desk }) => {
      drop(given.from, given.files, folder)
      await expect(rows(page)).toHaveCount(given.rows)
      await write(page, '写在前面')
      await saved(page)
      await desk.damageIndexedDB((path) => DAMAGES[how]?.(path, (limit) => Math.floor(Math.random() * limit)) ?? false)
      const again = await desk.launch()
      await expect(rows(again)).toHaveCount(given.rows)
      await open(again, given.opened.title)
      expect(await read(again, 'copy')).toContain('写在前面')
    },
  )

test('what was shown as saved survives a kill of the host', async ({ page, folder, desk }) => {
  drop(given.from, given.files, folder)
  await expect(row(page, given.opened.title)).toBeVisible()
  await write(page, '杀不掉的话')
  await saved(page)
  await desk.kill()
  const again = await desk.launch()
  await open(again, given.opened.title)
  expect(await read(again, 'copy')).toContain('杀不掉的话')
})

test('a folder that is opened again by itself keeps its rows, and a changed file becomes a new version', async ({
  page,
  folder,
  relaunch,
}) => {
  drop(given.from, given.files, folder)
  await write(page, '旧版上的改动')
  await saved(page)
  const again = await relaunch()
  await expect(rows(again)).toHaveCount(given.rows)
  const { appendFileSync } = await import('node:fs')
  appendFileSync(`${folder}/${given.opened.file}`, '\n又来了一段新的话，说的是别的事情，前面没有提到过。\n')
  await expect(row(again, given.opened.title)).toContainText('新版本')
  await open(again, given.opened.title)
  await expect.poll(() => read(again, 'source')).toContain('又来了一段新的话')
  expect(await read(again, 'copy')).not.toContain('旧版上的改动')
})
