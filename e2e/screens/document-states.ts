import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '../fixture'
import { rows } from '../window'
import { openedRow, withSamples } from './stage'
import { COUNTY, ENGLISH, FIVE, PARTS, type State } from './state'

/** Opens a document of the samples. */
const opened = (name: string, words: string): State => ({
  name,
  async reach(stage) {
    return openedRow(stage, words)
  },
})

export const documentStates: State[] = [
  {
    name: 'raw',
    async reach(stage) {
      const page = await openedRow(stage, '鹿鸣区')
      await page.keyboard.press('Alt+m')
      await page.locator('.raw .cm-line').first().waitFor()
      await page.getByRole('separator').focus()
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
      return page
    },
  },
  opened('finding', PARTS),
  opened('two-findings', FIVE),
  opened('doubtful-removal', COUNTY),
  opened('doubtful-keep', '一条巷子'),
  opened('stories', '清淤疏渠'),
  opened('html', '鹿鸣区'),
  opened('english', ENGLISH),
  opened('record', '冷水鱼'),
  opened('markdown', '一张桌子'),
  {
    name: 'invalid-utf8',
    async reach(stage) {
      const text = '桥头镇的集市开了\n\n　　本报讯　桥头镇的集市昨天开了，来了三百多人，摆了四十个摊位。'
      const broken = Buffer.from([0xe6, 0x96])
      const rest = '\n\n　　“往年没有这么热闹。”摊主徐阿婆说。\n'.repeat(3)
      writeFileSync(join(stage.folder, '半个字.txt'), Buffer.concat([Buffer.from(text), broken, Buffer.from(rest)]))
      const page = await openedRow(stage, '桥头镇')
      return page
    },
  },
  {
    name: 'error-row',
    async reach(stage) {
      writeFileSync(join(stage.folder, '合影.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
      writeFileSync(join(stage.folder, '坏记录.json'), '[{"title": "无尾", "content": "没有写完')
      writeFileSync(join(stage.folder, '空.txt'), '')
      const page = await withSamples(stage)
      await rows(page).filter({ hasText: '合影' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('合影')
      return page
    },
  },
]
