import { cpSync, mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { type Desk, expect, type Page, ROOT } from '../fixture'
import { approveOpened } from '../approving'
import { row, rows, saved } from '../window'

/** What a state is reached with. Until a language is chosen the window speaks zh-CN. */
export interface Stage {
  readonly desk: Desk
  /** of this state alone, with a name a newsroom would give it */
  readonly folder: string
}

const SAMPLES = join(ROOT, 'resources/samples')
/** The samples give 13 rows: one of them holds two records. */
export const SAMPLE_ROWS = 13
/** When the first sample arrived, by the clock on the wall; the others follow some minutes apart. */
const FIRST = new Date(2026, 5, 18, 8, 12).getTime()

export function makeStage(desk: Desk): Stage {
  const folder = join(desk.folder, '..', '早班来稿')
  mkdirSync(folder)
  return { desk, folder }
}

/** Copies samples in (all of them where none is named), in order of their names, each a few minutes after the other. */
export function layOut(folder: string, ...names: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(SAMPLES).filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)))
  files.forEach((file, index) => {
    cpSync(join(SAMPLES, file), join(folder, file))
    const at = new Date(FIRST + index * 7 * 60_000)
    utimesSync(join(folder, file), at, at)
  })
}

/** The desk on what lies in its folder, all analysed. */
export async function launched({ desk, folder }: Stage): Promise<Page> {
  const page = await desk.launch(folder)
  await analysed(page)
  return page
}

/** The desk with samples in its folder (all of them where none is named), all analysed. */
export function withSamples(stage: Stage, ...names: readonly string[]): Promise<Page> {
  layOut(stage.folder, ...names)
  return launched(stage)
}

/** Waits until no row waits any more; a busy machine may take its time. */
export async function analysed(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible()
  await expect(page.locator('header [role=progressbar]')).toHaveCount(0, { timeout: 30_000 })
  await expect(rows(page).filter({ hasText: '分析中' })).toHaveCount(0)
}

/** Opens a row by words of its title. */
export async function openRow(page: Page, words: string): Promise<void> {
  await row(page, words).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words)
  await expect(page.locator('.pane.source .cm-line').first()).toBeVisible()
}

/** The desk with samples in its folder, and the row with these words opened. */
export async function openedRow(stage: Stage, words: string, ...names: readonly string[]): Promise<Page> {
  const page = await withSamples(stage, ...names)
  await openRow(page, words)
  return page
}

export async function approveRow(page: Page, words: string): Promise<void> {
  await openRow(page, words)
  await approveOpened(page, words)
}

export async function rejectRow(page: Page, words: string, reason: number): Promise<void> {
  await openRow(page, words)
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.press(String(reason))
  await expect(row(page, words)).toContainText('已退回')
}

/** Puts the caret behind some words of the cleaned text. */
export async function caretBehind(page: Page, words: string): Promise<void> {
  const line = page.locator('.pane.copy .cm-line').filter({ hasText: words })
  await line.scrollIntoViewIfNeeded()
  const at = await line.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const index = node.textContent?.indexOf(sought) ?? -1
      if (index < 0) continue
      const range = document.createRange()
      range.setStart(node, index + sought.length - 1)
      range.setEnd(node, index + sought.length)
      const { right, top, height } = range.getBoundingClientRect()
      return { x: right - 1, y: top + height / 2 }
    }
    return null
  }, words)
  if (!at) throw new Error(`The line holds “${words}” in no single piece.`)
  await page.mouse.click(at.x, at.y)
}

/** Takes `words` out of the cleaned text and types others in their place, then goes back to the review. */
export async function retype(page: Page, words: string, others: string): Promise<void> {
  await caretBehind(page, words)
  for (let left = words.length; left > 0; left--) await page.keyboard.press('Backspace')
  if (others !== '') await page.keyboard.insertText(others)
  await page.keyboard.press('Escape')
  await saved(page)
}
