import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Desk, expect, type Page, ROOT } from './fixture'

/** Exports what is approved as a BagIt folder beside the desk's own, by the window; answers where, once it is verified. */
export async function exportBag(page: Page, desk: Desk): Promise<string> {
  const bag = join(desk.folder, '..', 'bag')
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('BagIt 目录').click()
  await sheet.getByLabel('位置').fill(bag)
  await sheet.getByRole('button', { name: '开始导出' }).click()
  await expect.poll(() => existsSync(join(bag, 'manifest-sha256.txt'))).toBe(true)
  await expect(sheet).toContainText(bag)
  const cli = join(ROOT, 'out/cli/index.js')
  expect(execFileSync(process.execPath, [cli, 'verify', bag], { encoding: 'utf8', env: {} })).toMatch(/^sound: /m)
  return bag
}
