import { expect, type Page, test } from './fixture'
import { dropLong, LONG } from './long'
import { cards, copy, open, row, saved, source } from './window'

const folds = (page: Page, pane: 'source' | 'copy') =>
  page.locator(`.pane.${pane}`).getByRole('button', { name: /段未改动/ })
const shownIn = (page: Page, words: string) => source(page).locator('.cm-line', { hasText: words })

/** How far the two panes are from showing each line beside itself, in pixels. */
async function apart(page: Page, words: string): Promise<number> {
  const [left, right] = [shownIn(page, words).first(), copy(page).locator('.cm-line', { hasText: words }).first()]
  return Math.abs((await left.boundingBox())!.y - (await right.boundingBox())!.y)
}

test('long unchanged runs are folded in both panes, and opened by whatever goes there', async ({ desk }) => {
  dropLong(desk.folder)
  const page = await desk.launch(desk.folder)
  await row(page, LONG.title).waitFor()
  await open(page, LONG.title)
  await expect(folds(page, 'source')).toHaveCount(0)

  await test.step('by key, and remembered', async () => {
    await page.keyboard.press('f')
    await expect(folds(page, 'source')).toHaveCount(2)
    await expect(folds(page, 'copy')).toHaveCount(2)
    await saved(page)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(LONG.title)
    await expect(folds(page, 'source')).toHaveCount(2)
    await expect(shownIn(page, '第三户')).toHaveCount(0)
    await expect.poll(() => apart(page, '近百余户')).toBeLessThan(2)
    const [left, right] = [folds(page, 'source').last(), folds(page, 'copy').last()]
    expect(Math.abs((await left.boundingBox())!.y - (await right.boundingBox())!.y)).toBeLessThan(2)
  })
  await test.step('opened by its button, with the keyboard', async () => {
    await folds(page, 'source').first().focus()
    await page.keyboard.press('Enter')
    await expect(folds(page, 'copy')).toHaveCount(1)
    await expect(shownIn(page, '第三户').first()).toBeVisible()
    await expect(page.locator('.pane.source .cm-content')).toBeFocused()
    await expect.poll(() => apart(page, '近百余户')).toBeLessThan(2)
  })
  await test.step('folded again, and opened by what is looked for', async () => {
    await page.keyboard.press('f')
    await expect(folds(page, 'source')).toHaveCount(0)
    await page.keyboard.press('f')
    await expect(folds(page, 'source')).toHaveCount(2)
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText(
      '第五户人家的门口摆着花盆\uFF0C盆里的月季开得正好\uFF0C路过的人都会停下来看一看。邻居',
    )
    await expect(folds(page, 'source')).toHaveCount(1)
    await expect(source(page).locator('.found.here').first()).toBeInViewport()
    await page.keyboard.press('Escape')
  })
  await test.step('left whole when a paragraph beside it is joined to what it hides', async () => {
    await page.keyboard.press('f')
    await page.keyboard.press('f')
    await joinedAtItsEdge(page)
  })
  await test.step('opened where the caret goes in the cleaned text; what is typed stands there', () =>
    typedInside(page))
})

/** The line break between a fold and the paragraph below it is taken out, and comes back. */
async function joinedAtItsEdge(page: Page): Promise<void> {
  const tenth = copy(page).locator('.cm-line', { hasText: '第十户' }).first()
  await tenth.click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await expect(copy(page).locator('.cm-line', { hasText: '看一看。第十户' })).toContainText('第九户')
  await saved(page)
  await expect.poll(() => apart(page, '近百余户')).toBeLessThan(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(copy(page).locator('.cm-line', { hasText: '看一看。第十户' })).toHaveCount(0)
  await saved(page)
  await expect.poll(() => apart(page, '近百余户')).toBeLessThan(2)
  await page.keyboard.press('Escape')
}

async function typedInside(page: Page): Promise<void> {
  await cards(page).first().waitFor()
  await page.keyboard.press('f')
  await page.keyboard.press('f')
  await expect(folds(page, 'copy')).toHaveCount(2)
  await copy(page).locator('.cm-line', { hasText: '第十户' }).first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(folds(page, 'copy')).toHaveCount(1)
  await page.keyboard.insertText('新')
  await expect(copy(page).locator('.cm-line', { hasText: '新' }).first()).toContainText('第九户')
  await saved(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => apart(page, '近百余户')).toBeLessThan(2)
}
