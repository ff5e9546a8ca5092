import { layOutAlike, PLACES } from './alike'
import { approveOpened } from './approving'
import { expect, type Page, test } from './fixture'
import { analysed, makeStage } from './screens/stage'
import { open, rows, saved } from './window'

const page1 = (page: Page) => page.getByRole('main', { name: '概览' })
const line = (page: Page, name: string | RegExp) => page1(page).getByRole('row', { name })

test('the overview counts what was done, and leads back to the queue', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOutAlike(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await open(page, `${PLACES[0]}的集市`)
  await approveOpened(page, `${PLACES[0]}的集市`)

  await page.keyboard.press('Alt+g')
  await expect(page1(page)).toContainText('共 6 篇')
  await expect(page1(page)).not.toContainText('还没有分析')
  // One approved, five left: by day and by site alike.
  const [byDay] = await page1(page)
    .getByRole('table', { name: '每天收到的稿件' })
    .getByRole('row')
    .allInnerTexts()
    .then((all) => all.slice(1))
  expect(byDay?.split(/\s+/).slice(-4)).toEqual(['1', '0', '5', '0'])
  // The share bar of all six is the most frequent line; a click finds the six.
  await expect(line(page, /QQ空间/)).toContainText('6')
  await page1(page)
    .getByRole('button', { name: /QQ空间/ })
    .click()
  await expect(page1(page)).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toHaveValue(/QQ空间/)
  await expect(rows(page)).toHaveCount(6)

  await page.getByRole('button', { name: '概览' }).click()
  const outlier = page1(page)
    .getByRole('table', { name: /相差最大/ })
    .getByRole('button')
    .first()
  const title = await outlier.innerText()
  await outlier.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
})

test('a rule that is overruled shows, and the key leads there and back', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOutAlike(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await open(page, `${PLACES[0]}的集市`)
  await page.getByRole('complementary').getByRole('tab').nth(1).click()
  await page.getByRole('complementary').getByText('分享到').first().click()
  await page.keyboard.press('x')
  await saved(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '命令' }).fill('概览')
  await page.keyboard.press('Enter')
  await expect(line(page, /常被推翻/)).toContainText('100%')
  await page.keyboard.press('Escape')
  await expect(page1(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PLACES[0] ?? '')
  await expect(page.locator('.pane.copy')).toContainText('QQ空间')
})
