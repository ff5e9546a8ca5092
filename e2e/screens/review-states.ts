import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '../fixture'
import { row, saved } from '../window'
import { COPIES, dropCopies } from '../copies'
import { DIGEST, dropDigest } from '../digest'
import { dropLong, LONG } from '../long'
import { caretBehind, openedRow, openRow, type Stage, withSamples, launched } from './stage'
import { COUNTY, ENGLISH, escape, FIVE, PARTS, partlyDone, type State, withRule, workOn } from './state'

const tab = (page: Page, index: number): Promise<void> => page.getByRole('tab').nth(index).click()

async function worked(stage: Stage): Promise<Page> {
  const page = await withSamples(stage)
  await workOn(page)
  return page
}

/** A document that was worked on, whose file changed since: a paragraph that had been edited, and one that had not. */
async function superseded(stage: Stage): Promise<Page> {
  const page = await worked(stage)
  await saved(page)
  const [name] = readdirSync(stage.folder).filter((file) => file.startsWith('01'))
  const file = join(stage.folder, name!)
  writeFileSync(file, readFileSync(file, 'utf8').replace('近百余户', '近二百户'))
  await expect(row(page, FIVE)).toContainText('旧版已审')
  await openRow(page, COUNTY)
  await openRow(page, FIVE)
  await page.locator('main section').waitFor()
  return page
}

export const reviewStates: State[] = [
  {
    name: 'editing',
    async reach(stage) {
      return openedRow(stage, FIVE)
    },
    over: {
      open: (page) => caretBehind(page, '近百余户'),
      close: escape,
    },
  },
  {
    name: 'heading',
    async reach(stage) {
      return openedRow(stage, FIVE)
    },
    over: {
      async open(page) {
        await page.keyboard.press('t')
        await page.getByRole('form').getByPlaceholder('2026').fill('?')
        await page.keyboard.press('Enter')
        await page.locator('#head-wrong').waitFor()
      },
      close: escape,
    },
  },
  {
    name: 'picked',
    async reach(stage) {
      const page = await openedRow(stage, FIVE)
      await page.locator('.pane.source .cm-line', { hasText: '上午十点半' }).click({ clickCount: 3 })
      return page
    },
  },
  {
    name: 'stories-by-hand',
    async reach(stage) {
      dropDigest(stage.folder)
      const page = await launched(stage)
      await openRow(page, DIGEST.title)
      for (const title of [DIGEST.second, DIGEST.third]) {
        await page.locator('.pane.source .cm-line', { hasText: title }).click()
        await page.keyboard.press('b')
        await page.locator('.pane.copy .head-title', { hasText: title }).waitFor()
      }
      await page.locator('.pane.source .cm-line', { hasText: '校长说' }).click()
      return page
    },
  },
  {
    name: 'folded',
    async reach(stage) {
      dropLong(stage.folder)
      const page = await launched(stage)
      await openRow(page, LONG.title)
      await page.keyboard.press('f')
      await page.locator('.pane.source .fold').first().waitFor()
      return page
    },
  },
  { name: 'worked', reach: worked },
  { name: 'superseded', reach: superseded },
  {
    name: 'carrying',
    reach: superseded,
    over: {
      async open(page) {
        await page.locator('main section .btn.primary').click()
        await page.locator('main section li').first().waitFor()
      },
      close: (page) => page.locator('main section .btn').first().click(),
    },
  },
  {
    name: 'two-copies',
    async reach(stage) {
      dropCopies(stage.folder)
      const page = await launched(stage)
      await row(page, COPIES.first.file).click()
      await expect(page.locator('aside .other')).toBeVisible()
      return page
    },
  },
  {
    name: 'place-shown',
    async reach(stage) {
      const page = await openedRow(stage, PARTS)
      await page.locator('aside .place').nth(2).click()
      await expect(page.locator('.pane .twin')).not.toHaveCount(0)
      return page
    },
  },
  {
    name: 'width-offer',
    async reach(stage) {
      const page = await openedRow(stage, PARTS)
      await page.locator('aside .offer').scrollIntoViewIfNeeded()
      return page
    },
  },
  {
    name: 'widened',
    async reach(stage) {
      const page = await openedRow(stage, PARTS)
      await page.keyboard.press('w')
      await expect(page.locator('aside .offer')).toHaveCount(0)
      await tab(page, 3)
      return page
    },
  },
  {
    name: 'silenced',
    reach: withRule,
    over: {
      open: (page) => page.locator('aside summary').click(),
      close: (page) => page.locator('aside summary').click(),
    },
  },
  ...['removed', 'edits', 'history'].map((name, index) => ({
    name: `tab-${name}`,
    async reach(stage: Stage) {
      const page = await worked(stage)
      await tab(page, index + 1)
      return page
    },
  })),
  {
    name: 'approved',
    async reach(stage) {
      const page = await partlyDone(stage)
      await openRow(page, COUNTY)
      return page
    },
  },
  {
    name: 'rejected',
    async reach(stage) {
      const page = await partlyDone(stage)
      await openRow(page, ENGLISH)
      return page
    },
  },
  {
    name: 'rejecting',
    async reach(stage) {
      return openedRow(stage, PARTS)
    },
    over: {
      async open(page) {
        await page.keyboard.press('Control+Shift+Enter')
        await page.getByRole('menu').waitFor()
      },
      close: escape,
    },
  },
  {
    name: 'refused',
    async reach(stage) {
      return openedRow(stage, PARTS)
    },
    over: {
      async open(page) {
        await page.keyboard.press('Control+Enter')
        await page.locator('.note').waitFor()
      },
      close: (page) => page.locator('.note').waitFor({ state: 'detached' }),
    },
  },
]
