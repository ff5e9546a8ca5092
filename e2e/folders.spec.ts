import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture'
import { analysed, layOut, makeStage, withSamples } from './screens/stage'
import { rows } from './window'

test('folders opened before are one press away on the start screen', async ({ desk }) => {
  const stage = makeStage(desk)
  const other = join(stage.folder, '..', '晚班来稿')
  mkdirSync(other)
  layOut(other, '03')
  await withSamples(stage, '04', '05')
  const page = await desk.launch(other)
  await analysed(page)
  await expect(rows(page)).toHaveCount(1)

  await page.locator('.crumb').click()
  const recent = page.locator('main section').getByRole('button')
  await expect(recent).toHaveText([/晚班来稿/, /早班来稿/])
  await recent.last().click()
  await expect(rows(page)).toHaveCount(2)

  renameSync(other, `${other}-移走`)
  await page.locator('.crumb').click()
  await expect(recent).toHaveText([/早班来稿/, /晚班来稿.*找不到/])
  await expect(recent.last()).toBeDisabled()
})

test(
  'a file dropped on a browser\u2019s window does not lead away from the desk',
  { tag: '@loopback-only' },
  async ({ desk }) => {
    const page = await withSamples(makeStage(desk), '03')
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], '稿.txt'))
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    })
    await expect(page.locator('.note')).toContainText('浏览器不告诉')
    await expect(page.locator('.zone')).toHaveCount(0)
    await expect(rows(page)).toHaveCount(1)
  },
)
