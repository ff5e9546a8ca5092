import { expect, type Page } from '../fixture'
import { cards } from '../window'
import { approveRow, openedRow, openRow, rejectRow, retype, type Stage, withSamples } from './stage'

/** Something the desk can look like. */
export interface State {
  readonly name: string
  /** brings the window there, in zh-CN */
  reach(stage: Stage): Promise<Page>
  /** what is opened over it, in each language, and closed again */
  readonly over?: { open(page: Page): Promise<void>; close(page: Page): Promise<void> }
  /** lets go what was held, so that the desk can be stopped */
  leave?(stage: Stage): void
}

/** Words of the samples' titles. */
export const PARTS = '石桥镇'
export const FIVE = '饭菜端上桌'
export const COUNTY = '县林业局'
export const WECHAT = '红马甲'
export const ENGLISH = 'Footbridges'

export const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')
export const signal = ({ desk }: Stage, what: NodeJS.Signals): boolean => process.kill(desk.pid(), what)

/** A desk where some are approved and one is rejected. */
export async function partlyDone(stage: Stage): Promise<Page> {
  const page = await withSamples(stage)
  await approveRow(page, COUNTY)
  await approveRow(page, WECHAT)
  await rejectRow(page, ENGLISH, 5)
  return page
}

/** A desk with a house rule, and the document open that it was made on. */
export async function withRule(stage: Stage): Promise<Page> {
  const page = await openedRow(stage, FIVE)
  const open = await cards(page).count()
  await page.keyboard.press('n')
  await expect(cards(page)).toHaveCount(open - 1)
  return page
}

/** Decides, confirms and edits in one document; a figure with its arithmetic stays open. */
export async function workOn(page: Page): Promise<void> {
  await openRow(page, FIVE)
  const open = await cards(page).count()
  await cards(page).filter({ hasText: '清河日报数字报' }).click()
  await page.keyboard.press('x')
  await expect(cards(page)).toHaveCount(open - 1)
  await page.keyboard.press('Control+Shift+A')
  await retype(page, '位子', '座位')
  await retype(page, '近百余户', '百余户')
  await expect(cards(page)).toHaveCount(open - 2)
}
