import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approveOpened } from './approving'
import { expect, type Page, test } from './fixture'
import { open, read, rows } from './window'

const FOLDERS = 40
const IN_EACH = 50
const ALL = FOLDERS * IN_EACH
const two = (number: number): string => String(number).padStart(2, '0')
const titleOf = (folder: number, file: number): string => `第${two(folder)}批第${two(file)}篇 集市开张`

function article(folder: number, file: number): string {
  const paragraphs = Array.from(
    { length: 6 },
    (_, n) => `\u3000\u3000${n + 6}点钟的集市沿着河堤摆开。早上就有人占位子。到第${n + 20}个摊位散场时街上还很热闹。`,
  )
  return [titleOf(folder, file), '', ...paragraphs, ''].join('\n')
}

function dropAll(root: string, folders = FOLDERS): void {
  for (let folder = 0; folder < folders; folder++) {
    const path = join(root, `分社${folder % 8}`, `批次${two(folder)}`)
    mkdirSync(path, { recursive: true })
    for (let file = 0; file < IN_EACH; file++) writeFileSync(join(path, `稿件${two(file)}.txt`), article(folder, file))
  }
}

/** What the queue says it holds. */
const counted = (page: Page, number: number): Promise<void> =>
  expect(page.getByRole('navigation', { name: '稿件' })).toContainText(
    new RegExp(`共 ${number.toLocaleString('en')} 条`),
    { timeout: 120_000 },
  )

/** Titles of all rows in their order: the list renders what is in sight only, so it is scrolled through, a few rows a time. */
async function titles(page: Page, number: number): Promise<string[]> {
  const list = page.getByRole('listbox', { name: '稿件' })
  const height = (await rows(page).first().boundingBox())?.height ?? 0
  const seen = new Map<number, string>()
  for (let at = 1; at <= number; at += 11) {
    const wanted = Array.from({ length: Math.min(11, number - at + 1) }, (_, n) => at + n)
    // The queue itself scrolls once to the selected row after it was sorted.
    await expect(async () => {
      await list.evaluate((element, top) => element.scrollTo(0, top), (at - 1) * height)
      const told = await rows(page).evaluateAll((options) =>
        options.map((one) => [Number(one.ariaPosInSet), one.querySelector('.title')?.textContent ?? ''] as const),
      )
      const shown = new Map(told)
      expect(wanted.every((place) => shown.has(place))).toBe(true)
      for (const place of wanted) seen.set(place, shown.get(place) ?? '')
    }).toPass({ timeout: 15_000, intervals: [20, 40, 80, 160] })
  }
  return [...seen].sort(([a], [b]) => a - b).map(([, title]) => title)
}

test(`${ALL} files dropped at once into ${FOLDERS} new subfolders are all listed`, async ({ page, folder }) => {
  test.setTimeout(400_000)
  await expect(page.getByText('正在监视')).toBeVisible()

  await test.step('all are counted', async () => {
    dropAll(folder)
    await counted(page, ALL)
  })

  await test.step('the desk answers while the rest is analysed', async () => {
    await page.getByRole('searchbox').fill('批次39/稿件49')
    await counted(page, 1)
    await expect(rows(page)).toContainText('待审', { timeout: 120_000 })
    await open(page, titleOf(39, 49))
    expect(await read(page, 'copy')).toContain('早上就有人占位子')
    await approveOpened(page, titleOf(39, 49))
  })

  await test.step('each folder has all of its files', async () => {
    for (let batch = 0; batch < FOLDERS; batch++) {
      await page.getByRole('searchbox').fill(`批次${two(batch)}/`)
      await counted(page, IN_EACH)
    }
    await page.getByRole('searchbox').fill('')
    await counted(page, ALL)
  })

  await test.step('all are analysed, none is listed twice or missed', async () => {
    await expect(page.locator('header [role=progressbar]')).toHaveCount(0, { timeout: 200_000 })
    await page.getByLabel('排序').selectOption('title')
    const expected = Array.from({ length: ALL }, (_, n) => titleOf(Math.floor(n / IN_EACH), n % IN_EACH))
    expect((await titles(page, ALL)).sort()).toEqual(expected.sort())
  })

  await test.step('another is opened and decided', async () => {
    await page.getByRole('searchbox').fill('批次00/稿件00')
    await counted(page, 1)
    await open(page, titleOf(0, 0))
    await approveOpened(page, titleOf(0, 0))
    await page.getByRole('searchbox').fill('')
    await expect(page.getByRole('contentinfo')).toContainText('已审 2 / 2,000')
  })
})

test('a row opened while it waits for its analysis opens by itself', async ({ page, folder, desk }) => {
  test.skip(process.platform === 'win32', 'Windows cannot hold a process in the middle of its work')
  test.setTimeout(120_000)
  await expect(page.getByText('正在监视')).toBeVisible()
  dropAll(folder, 12)
  await expect(rows(page).filter({ hasText: '分析中' }).first()).toBeVisible()
  process.kill(desk.pid(), 'SIGSTOP')
  try {
    // What the host told before it was held is shown.
    await page.waitForTimeout(500)
    await rows(page).filter({ hasText: '分析中' }).last().click()
    await expect(page.getByRole('main')).toContainText('正在打开')
  } finally {
    process.kill(desk.pid(), 'SIGCONT')
  }
  await expect(rows(page).and(page.locator('[aria-selected=true]'))).toContainText('待审', { timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('集市开张', { timeout: 20_000 })
})
