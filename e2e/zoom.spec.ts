import { expect, type Page, test } from './fixture'
import { queueButton, railButton } from './screens/narrow-states'
import { makeStage, openedRow, withSamples } from './screens/stage'
import { FIVE, PARTS } from './screens/state'
import { cardCount, cards, copy, open, rail, rows, source } from './window'

/** A window of 1440 at a text zoom of 200 %, in CSS pixels. */
const ZOOMED = { width: 720, height: 450 }

/** Controls that stand outside the window, or under something else, at their middle. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'header button, header input, main button, main select, footer button',
    )
    return [...controls].flatMap((control) => {
      if (control.closest('.scroller, .unseen') !== null) return []
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const inside = left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return inside && hit !== null && control.contains(hit) ? [] : [control.outerHTML.slice(0, 120)]
    })
  })

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth)

test('a whole article at a text zoom of 200 %', async ({ desk }) => {
  const page = await withSamples(makeStage(desk))
  await page.setViewportSize(ZOOMED)
  await expect(rows(page)).toHaveCount(0)

  // The queue comes over the panes with the keyboard in it, and goes when a row is chosen.
  await page.keyboard.press('Alt+q')
  await expect(page.getByRole('listbox', { name: '稿件' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(0)
  await queueButton(page).click()
  await open(page, FIVE)
  await expect(rows(page)).toHaveCount(0)
  await expect(source(page)).toBeVisible()
  await expect(copy(page)).toBeVisible()
  expect(await lost(page)).toEqual([])

  // The rail takes the room of one pane; the flag's place stays in sight in the other.
  await page.keyboard.press('Alt+r')
  await expect(railButton(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(cards(page).first()).toBeVisible()
  await expect(copy(page)).toBeHidden()
  await expect(page.locator('.pane.source .figure.now').first()).toBeInViewport()
  expect(await lost(page)).toEqual([])

  // To edit, the cleaned text comes by itself and has the caret.
  await page.keyboard.press('Enter')
  await expect(copy(page)).toBeVisible()
  await expect(copy(page).locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Escape')

  const count = await cardCount(page)
  await page.keyboard.press('x')
  await expect(cards(page)).toHaveCount(count - 1)
  await page.keyboard.press('Escape')
  await expect(rail(page)).toHaveCount(0)
  await expect(source(page)).toBeVisible()
  expect(await sideways(page)).toBe(false)
})

test('at 320 pixels the rail lies over the article, which keeps its width and its place', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), FIVE)
  await page.setViewportSize({ width: 320, height: 640 })
  const head = page.locator('header.doc')
  await expect.poll(async () => (await head.boundingBox())?.width).toBe(320)
  const before = await head.boundingBox()
  await railButton(page).click()
  await expect(cards(page).first()).toBeVisible()
  await page.keyboard.press('j')
  await page.waitForTimeout(300)
  expect(await head.boundingBox()).toEqual(before)
})

test('the status facets stand in one row, in either language', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), PARTS)
  const tops = () =>
    page.evaluate(() => [
      ...new Set([...document.querySelectorAll('nav .status')].map((each) => each.getBoundingClientRect().top)),
    ])
  for (const width of [1440, 1181]) {
    await page.setViewportSize({ width, height: 700 })
    await expect.poll(async () => (await tops()).length).toBe(1)
  }
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await expect(page.locator('nav .status').first()).toContainText('All')
  expect(await tops()).toHaveLength(1)
})

test('no control is lost from a wide window down to 320 pixels', async ({ desk }) => {
  const page = await openedRow(makeStage(desk), PARTS)
  for (const width of [1440, 1181, 1180, 1024, 821, 820, 720, 561, 560, 400, 320]) {
    await page.setViewportSize({ width, height: 640 })
    await expect(page.locator('main .heads')).toBeVisible()
    await page.waitForTimeout(120)
    expect({ width, lost: await lost(page), sideways: await sideways(page) }).toEqual({
      width,
      lost: [],
      sideways: false,
    })
  }
})
