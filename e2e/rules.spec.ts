import { writeFileSync } from 'node:fs'
import { ferry, layOutEnding, layOutShaped, PLACES, putBack } from './alike'
import { expect, type Page, test } from './fixture'
import { analysed, makeStage } from './screens/stage'
import { copy, open, row, rows, saved } from './window'

const dialog = (page: Page) => page.getByRole('dialog')
const proposal = (page: Page) => page.getByRole('status').filter({ hasText: '这样的行' })

test('a rule is learned from three equal decisions, tried on the folder, adopted, switched off and on', async ({
  desk,
  relaunch,
}, info) => {
  const { folder } = makeStage(desk)
  layOutShaped(folder)
  let page = await desk.launch(folder)
  await analysed(page)
  const [first, second, third, fourth, fifth] = PLACES as [string, string, string, string, string]
  await putBack(page, first)
  await putBack(page, second)
  await expect(proposal(page)).toHaveCount(0)
  await putBack(page, third)

  await expect(proposal(page)).toContainText('3 次保留')
  await proposal(page).getByRole('button', { name: '看看' }).click()
  await expect(dialog(page).getByRole('row', { name: /会放回/ })).toContainText('3 行\uFF0C在 3 篇')
  await expect(dialog(page).getByRole('row', { name: /与审者一致/ })).toContainText('3 行')
  await expect(dialog(page).locator('.line')).toHaveCount(6)
  await dialog(page).getByRole('button', { name: '立规则' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await saved(page)
  await expect(proposal(page)).toHaveCount(0)
  await open(page, `${fourth}的集市`)
  await expect(ferry(page, fourth)).toBeVisible()

  // It is on the disk, and speaks to what arrives.
  page = await relaunch(folder)
  await analysed(page)
  writeFileSync(
    `${folder}/新到.txt`,
    `新桥的集市开了\n\n\u3000\u3000新桥的集市昨天开了\uFF0C附近的村民一早就来了\uFF0C十分热闹。\n\n上一篇\uFF1A新桥的渡口开船了\n`,
  )
  await expect(row(page, '新桥的集市')).toBeVisible()
  await open(page, '新桥的集市')
  await expect(ferry(page, '新桥')).toBeVisible()

  await page.keyboard.press('r')
  await dialog(page).getByRole('switch').uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await saved(page)
  await expect(ferry(page, '新桥')).toHaveCount(0)
  await open(page, `${fifth}的集市`)
  await expect(ferry(page, fifth)).toHaveCount(0)
  // What a reviewer decided stays.
  await open(page, `${first}的集市`)
  await expect(ferry(page, first)).toBeVisible()

  await page.keyboard.press('r')
  await dialog(page).getByRole('switch').check()
  await dialog(page).getByRole('button', { name: '存成文件' }).click()
  const said = dialog(page).getByText('条规则已存到')
  await expect(said).toContainText('1 条')
  const path = (await said.innerText()).split('存到')[1]?.trim() ?? ''
  await dialog(page).locator('input[type=file]').setInputFiles(path)
  await expect(dialog(page).getByText('1 条原来就有')).toBeVisible()
  writeFileSync(info.outputPath('no-rules.json'), '[]')
  await dialog(page).locator('input[type=file]').setInputFiles(info.outputPath('no-rules.json'))
  await expect(dialog(page).getByText('没有规则')).toBeVisible()
})

test('a rule is made of the line the caret is in, and not made twice', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOutShaped(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await putBack(page, PLACES[0] ?? '')
  await copy(page).locator('.cm-line').first().click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+R')
  await expect(dialog(page).or(page.locator('.note'))).toContainText(/昨天开了|太少或太长/)
  await page.keyboard.press('Escape')
  await ferry(page, PLACES[0] ?? '').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+R')
  await expect(dialog(page).locator('blockquote')).toContainText('的渡口')
  await expect(dialog(page).getByRole('button', { name: '关闭' })).not.toBeFocused()
  await dialog(page).getByRole('button', { name: '立规则' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Shift+R')
  await expect(dialog(page)).toContainText('已经立过')
  await expect(dialog(page).getByRole('button', { name: '立规则' })).toBeDisabled()
})

test('a rule that is not wanted is not proposed again', async ({ desk }) => {
  const { folder } = makeStage(desk)
  layOutShaped(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  for (const place of PLACES.slice(0, 3)) await putBack(page, place)
  await proposal(page).getByRole('button', { name: '不用' }).click()
  await putBack(page, PLACES[3] ?? '')
  await page.waitForTimeout(500)
  await expect(proposal(page)).toHaveCount(0)
  // By hand it can be made all the same.
  await page.keyboard.press('Shift+R')
  await expect(dialog(page).getByRole('row', { name: /与审者一致/ })).toContainText('4 行')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('articles that only ask about removals nobody overruled are approved together, and taken back as one', async ({
  desk,
}) => {
  const { folder } = makeStage(desk)
  layOutEnding(folder, () => '打印本页')
  const page = await desk.launch(folder)
  await analysed(page)
  await page.keyboard.press('Alt+a')
  await expect(dialog(page)).toContainText('还没人审过')
  await expect(dialog(page).getByRole('button', { name: /确认删除并通过/ })).toBeDisabled()
  await page.keyboard.press('Escape')

  await open(page, `${PLACES[0]}的集市`)
  await page.keyboard.press('a')
  await saved(page)
  await page.keyboard.press('Alt+a')
  // Judged once: not enough to be ticked by itself.
  await expect(dialog(page).locator('tbody').getByRole('checkbox')).not.toBeChecked()
  await dialog(page).locator('tbody').getByRole('checkbox').check()
  await dialog(page).getByRole('checkbox', { name: '全选' }).waitFor()
  await dialog(page).locator('.line').first().getByRole('checkbox').uncheck()
  await dialog(page).getByRole('button', { name: '确认删除并通过 4 篇' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(rows(page).filter({ hasText: '已通过' })).toHaveCount(4)
  await saved(page)
  await page.keyboard.press('Alt+u')
  await expect(rows(page).filter({ hasText: '已通过' })).toHaveCount(0)
})
