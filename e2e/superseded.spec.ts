import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approveOpened } from './approving'
import { type Desk, expect, type Page, test } from './fixture'
import { analysed, openRow } from './screens/stage'
import { row, saved } from './window'

const NAME = '公园.txt'
const TITLE = '城南公园新添步道'
const text = (trees: string): string =>
  `${TITLE}\n\n城南公园本周新添一条步道\uFF0C沿湖而建。\n步道旁种了${trees}。\n市民可以从东门进园。\n`

/** An approved article that a reviewer edited, whose file then changed: its newer version is on the desk. */
async function changedFile(desk: Desk): Promise<Page> {
  writeFileSync(join(desk.folder, NAME), text('樱树'))
  const page = await desk.launch(desk.folder)
  await analysed(page)
  await openRow(page, TITLE)
  await page.keyboard.press('t')
  await page.getByRole('form').getByLabel('编辑').fill('周文')
  await page.keyboard.press('Enter')
  await approveOpened(page, TITLE)
  await saved(page)
  writeFileSync(join(desk.folder, NAME), text('桂树'))
  await expect(row(page, TITLE)).toContainText('旧版已审')
  await openRow(page, TITLE)
  await expect(page.locator('.pane.copy')).toContainText('桂树')
  return page
}
const asking = (page: Page) => page.getByRole('region', { name: '文件变了' })

test('of a file that changed after its review the reviewed version is kept, and the newer shown again', async ({
  desk,
}) => {
  const page = await changedFile(desk)
  await asking(page).getByRole('button', { name: '保留已审的一版' }).click()
  await expect(page.locator('.pane.copy')).toContainText('樱树')
  await expect(row(page, TITLE)).toContainText('已通过')
  await expect(asking(page)).toContainText('保留的是已审的一版')
  await asking(page).getByRole('button', { name: '改看新版' }).click()
  await expect(page.locator('.pane.copy')).toContainText('桂树')
  await expect(asking(page).getByRole('button', { name: '重审新版' })).toBeVisible()
  await asking(page).getByRole('button', { name: '重审新版' }).click()
  await expect(asking(page)).toHaveCount(0)
})

test('a file that goes while it is open says so, and what is done on it stays', async ({ desk }) => {
  writeFileSync(join(desk.folder, NAME), text('樱树'))
  const page = await desk.launch(desk.folder)
  await analysed(page)
  await openRow(page, TITLE)
  rmSync(join(desk.folder, NAME))
  await expect(page.locator('header.doc')).toContainText('文件已移走')
  await expect(row(page, TITLE)).toHaveCount(0)
  await approveOpened(page, TITLE)
  await expect(row(page, TITLE)).toContainText('已通过')
})

test('what was done on the version before is carried over, after a look at what that is', async ({ desk }) => {
  const page = await changedFile(desk)
  await expect(page.locator('header.doc')).not.toContainText('周文')
  await asking(page).getByRole('button', { name: '把决定带过来' }).click()
  await expect(asking(page)).toContainText('1 项题头')
  await asking(page).getByRole('button', { name: '带过来', exact: true }).click()
  await expect(asking(page)).toHaveCount(0)
  await expect(page.locator('header.doc')).toContainText('周文')
  await expect(page.locator('.pane.copy')).toContainText('桂树')
  await saved(page)
})
