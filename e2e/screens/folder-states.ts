import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '../fixture'
import { rows } from '../window'
import { approveRow, layOut, openedRow, withSamples } from './stage'
import { COUNTY, PARTS, signal, type State, WECHAT } from './state'

/** The desk without a document, and what may befall its folder and its host. */
export const folderStates: State[] = [
  { name: 'first-start', reach: ({ desk }) => desk.launch() },
  {
    name: 'recent-folders',
    async reach(stage) {
      const page = await withSamples(stage, '03', '04')
      await page.locator('.crumb').click()
      await page.locator('main section button').first().waitFor()
      return page
    },
  },
  {
    name: 'dropping',
    reach: (stage) => withSamples(stage, '03', '04'),
    over: {
      async open(page) {
        await page.evaluate(() => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([], '稿.txt'))
          window.dispatchEvent(new DragEvent('dragenter', { dataTransfer }))
        })
        await page.locator('.zone').waitFor()
      },
      close: (page) =>
        page.evaluate(() => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([], '稿.txt'))
          window.dispatchEvent(new DragEvent('dragleave', { dataTransfer }))
        }),
    },
  },
  { name: 'empty-folder', reach: ({ desk, folder }) => desk.launch(folder) },
  {
    name: 'queue-filling',
    async reach(stage) {
      const page = await stage.desk.launch(stage.folder)
      for (let batch = 1; batch <= 30; batch++) layOut(join(stage.folder, `第${batch}批`))
      await expect(rows(page).filter({ hasText: '删' }).first()).toBeVisible()
      await expect(page.locator('header [role=progressbar]')).toBeVisible()
      signal(stage, 'SIGSTOP')
      return page
    },
    leave: (stage) => void signal(stage, 'SIGCONT'),
  },
  { name: 'nothing-open', reach: (stage) => withSamples(stage) },
  {
    name: 'no-match',
    async reach(stage) {
      const page = await withSamples(stage)
      await page.getByRole('searchbox').fill('没有这样的标题')
      return page
    },
  },
  {
    name: 'folder-gone',
    async reach(stage) {
      const page = await openedRow(stage, PARTS)
      renameSync(stage.folder, `${stage.folder}-移走`)
      await page.locator('.banner').waitFor()
      return page
    },
  },
  {
    name: 'host-gone',
    async reach(stage) {
      const page = await openedRow(stage, PARTS)
      signal(stage, 'SIGKILL')
      await page.locator('.banner').waitFor()
      await page.keyboard.press('x')
      return page
    },
  },
  {
    name: 'all-done',
    async reach(stage) {
      const page = await withSamples(stage, '03', '04')
      await approveRow(page, COUNTY)
      await approveRow(page, WECHAT)
      return page
    },
  },
]
