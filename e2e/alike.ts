import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { copy, open, rail, saved } from './window'

/** The line that all of them hold, and the engine is sure of. */
export const SHARE = '分享到\uFF1A微信 微博 QQ空间'
export const PLACES = ['东门', '西关', '南塘', '北岸', '中坝', '河口']

/** Articles of one site that end in the same line, one a place. */
export function layOutAlike(folder: string): void {
  layOutEnding(folder, () => SHARE)
}

/** Articles of one site that end in a line of the same shape, each with other words in it. */
export function layOutShaped(folder: string): void {
  layOutEnding(folder, (place) => `上一篇\uFF1A${place}的渡口开船了`)
}

export function layOutEnding(folder: string, lastOf: (place: string) => string): void {
  for (const place of PLACES) {
    const body = `\u3000\u3000${place}的集市昨天开了\uFF0C附近的村民一早就来了\uFF0C摊位从桥头排到了渡口。\n\n\u3000\u3000“今年的笋比去年好。”卖笋的老人说\uFF0C“天亮前就出门了。”`
    writeFileSync(join(folder, `${place}.txt`), `${place}的集市开了\n\n${body}\n\n${lastOf(place)}\n`)
  }
}

/** That line in the cleaned text of a place's article. */
export const ferry = (page: Page, place: string) => copy(page).getByText(`${place}的渡口开船了`)

/** Puts the article's line that names the one before back into the text. */
export async function putBack(page: Page, place: string): Promise<void> {
  await open(page, `${place}的集市`)
  await rail(page).getByRole('tab').nth(1).click()
  await rail(page).getByText('的渡口').first().click()
  await page.keyboard.press('x')
  await expect(ferry(page, place)).toBeVisible()
  await saved(page)
}
