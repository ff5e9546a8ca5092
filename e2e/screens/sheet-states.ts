import type { Page } from '../fixture'
import { HeldExport } from './held'
import { layOutAlike, layOutEnding, layOutShaped, PLACES, putBack } from '../alike'
import { saved } from '../window'
import { analysed, openedRow, openRow, type Stage, withSamples, launched } from './stage'
import { escape, FIVE, partlyDone, type State, withRule, workOn } from './state'

const dialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor()

const openExport = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+e')
  await dialog(page)
}
const startExport = async (page: Page): Promise<void> => {
  await openExport(page)
  await page.getByRole('dialog').locator('.btn.primary').click()
}

function runningExport(): State {
  const held = new HeldExport()
  return {
    name: 'export-running',
    async reach(stage) {
      const page = await partlyDone(stage)
      await held.attach(page)
      await analysed(page)
      return page
    },
    over: {
      async open(page) {
        held.arm()
        await startExport(page)
        await page.getByRole('dialog').getByRole('progressbar').waitFor()
      },
      async close(page) {
        held.letGo()
        await page.getByRole('dialog').locator('.result').waitFor()
        await escape(page)
      },
    },
  }
}

/** Three articles whose pager was put back: a rule is proposed. */
async function withProposal(stage: Stage): Promise<Page> {
  layOutShaped(stage.folder)
  const page = await launched(stage)
  for (const place of PLACES.slice(0, 3)) await putBack(page, place)
  await page.getByRole('status').filter({ hasText: '这样的行' }).waitFor()
  return page
}

export const sheetStates: State[] = [
  { name: 'proposal', reach: withProposal },
  {
    name: 'learning',
    reach: withProposal,
    over: {
      async open(page) {
        await page.keyboard.press('Shift+R')
        await dialog(page)
        await page.getByRole('dialog').locator('.line').first().waitFor()
      },
      close: escape,
    },
  },
  {
    name: 'routine',
    async reach(stage) {
      layOutEnding(stage.folder, (place) => (place === PLACES[5] ? '我要纠错' : '打印本页'))
      const page = await launched(stage)
      await openRow(page, PLACES[0] ?? '')
      await page.keyboard.press('a')
      await saved(page)
      return page
    },
    over: {
      async open(page) {
        await page.keyboard.press('Alt+a')
        // Judged once: it is for the reviewer to tick.
        await page.getByRole('dialog').locator('tbody').getByRole('checkbox').first().check()
      },
      close: escape,
    },
  },
  { name: 'export-nothing', reach: (stage) => withSamples(stage), over: { open: openExport, close: escape } },
  { name: 'export-sheet', reach: partlyDone, over: { open: openExport, close: escape } },
  runningExport(),
  {
    name: 'export-done',
    reach: partlyDone,
    over: {
      async open(page) {
        await startExport(page)
        await page.getByRole('dialog').locator('.result').waitFor()
      },
      close: escape,
    },
  },
  {
    name: 'changes',
    async reach(stage) {
      const page = await withSamples(stage)
      await workOn(page)
      return page
    },
    over: {
      async open(page) {
        await page.keyboard.press('F7')
        await dialog(page)
      },
      close: escape,
    },
  },
  {
    name: 'stages',
    async reach(stage) {
      const page = await openedRow(stage, FIVE)
      await page.keyboard.press('Alt+s')
      await dialog(page)
      await page.getByRole('dialog').locator('.btn.primary').click()
      return page
    },
    over: {
      async open(page) {
        await page.keyboard.press('Alt+s')
        await dialog(page)
      },
      close: escape,
    },
  },
  {
    name: 'rules-sheet',
    reach: withRule,
    over: {
      async open(page) {
        await page.keyboard.press('r')
        await dialog(page)
      },
      close: escape,
    },
  },
  {
    name: 'bulk',
    async reach(stage) {
      layOutAlike(stage.folder)
      const page = await openedRow(stage, PLACES[0] ?? '')
      await page.getByRole('tab').nth(1).click()
      await page.getByRole('complementary').getByText('QQ').first().click()
      return page
    },
    over: {
      async open(page) {
        await page.keyboard.press('Shift+X')
        await page.locator('dialog .line').first().waitFor()
        await page.getByRole('dialog').getByRole('checkbox').nth(2).uncheck()
      },
      close: escape,
    },
  },
  {
    name: 'bulk-shape',
    async reach(stage) {
      layOutShaped(stage.folder)
      const page = await openedRow(stage, PLACES[0] ?? '')
      await page.getByRole('tab').nth(1).click()
      await page.getByRole('complementary').getByText('上一篇').first().click()
      return page
    },
    over: {
      async open(page) {
        await page.keyboard.press('Shift+X')
        await page.getByRole('radio').nth(1).check()
      },
      close: escape,
    },
  },
  {
    name: 'palette',
    reach: (stage) => withSamples(stage),
    over: {
      async open(page) {
        await page.keyboard.press('Control+k')
        await dialog(page)
        await page.keyboard.press('ArrowDown')
      },
      close: escape,
    },
  },
  {
    name: 'key-taken',
    reach: (stage) => withSamples(stage),
    over: {
      async open(page) {
        await page.keyboard.press('F1')
        await dialog(page)
        await page.locator('dialog .own .btn').first().click()
        await page.keyboard.press('j')
      },
      async close(page) {
        await escape(page)
        await escape(page)
      },
    },
  },
  {
    name: 'key-sheet',
    reach: (stage) => withSamples(stage),
    over: {
      async open(page) {
        await page.keyboard.press('F1')
        await dialog(page)
      },
      close: escape,
    },
  },
  {
    name: 'licences',
    reach: (stage) => withSamples(stage),
    over: {
      async open(page) {
        await page.keyboard.press('F1')
        await dialog(page)
        await page.getByRole('dialog').getByRole('button').last().press('Enter')
        await page.getByText('@codemirror/state').waitFor()
      },
      close: escape,
    },
  },
]
