import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { startHost, type Running } from '../../e2e/hosts'
import { freePort } from '../soak/host'
import { IN_PAGE, wait, within } from './page'

const ROW = 58
const PATIENCE = 3_600_000

/** The built window on the loopback host, over a folder of its own; started again it remembers the folder. */
export class BenchDesk {
  readonly folder: string
  readonly #dir = mkdtempSync(join(tmpdir(), 'qingyang-bench-window-'))
  readonly #port: number
  #running: Running | null = null

  constructor(port: number) {
    this.#port = port
    this.folder = join(this.#dir, 'folder')
    mkdirSync(this.folder)
  }

  static async make(): Promise<BenchDesk> {
    return new BenchDesk(await freePort())
  }

  get page(): Page {
    if (this.#running === null) throw new Error('The desk is not started.')
    return this.#running.page
  }

  get rows(): Locator {
    return this.page.getByRole('listbox', { name: '稿件' }).getByRole('option')
  }

  /** Starts it and waits for the first rows; answers how long after the window's beginning they were there. */
  async start(): Promise<number> {
    await this.stop()
    this.#running = await startHost('loopback', { dir: this.#dir, folder: this.folder, port: this.#port })
    await this.page.addInitScript({ path: IN_PAGE })
    await this.page.reload()
    return within(
      this.page,
      "new Promise((done) => { const look = () => document.querySelector('[role=option]') ? done(performance.now()) : requestAnimationFrame(look); look() })",
    )
  }

  /** Waits until all rows are analysed. */
  async analysed(count: number): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: '稿件' })
    await nav.getByText(`共 ${count.toLocaleString('en')} 条`).waitFor({ timeout: PATIENCE })
    await this.page.locator('header [role=progressbar]').waitFor({ state: 'detached', timeout: PATIENCE })
    await wait(3_000)
  }

  /** Opens the row that stands at `index`; the milliseconds until its article is shown, marked and aligned. */
  async open(index: number, title: string): Promise<number> {
    // Away from the rows: what the pointer rests on is fetched before it is pressed.
    await this.page.mouse.move(700, 8)
    const box = await this.bring(index, title)
    await within(this.page, `bench.opening(${JSON.stringify(title)})`)
    await this.page.mouse.click(box.x + 60, box.y + box.height / 2)
    try {
      return await within(this.page, 'bench.opened')
    } catch (error) {
      await this.page.screenshot({ path: join(tmpdir(), 'bench-window.png') })
      throw new Error(`${title} was not shown (see bench-window.png in ${tmpdir()})`, { cause: error })
    }
  }

  /** Brings a row into sight; answers where it stands once it stands still. */
  async bring(index: number, title: string): Promise<{ x: number; y: number; height: number }> {
    const row = this.rows.filter({ hasText: title }).first()
    for (let last = NaN; ;) {
      await this.page
        .getByRole('listbox', { name: '稿件' })
        .evaluate((list, top) => list.scrollTo(0, top), Math.max(0, index - 3) * ROW)
      await wait(150)
      const box = await row.boundingBox()
      if (box !== null && box.y === last) return box
      last = box?.y ?? NaN
    }
  }

  /** Puts the caret into a line of the cleaned text that is in sight. */
  async caret(): Promise<void> {
    const line = this.page.locator('.pane.copy .cm-line').nth(6)
    await line.click({ position: { x: 200, y: 12 } })
    await wait(300)
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.stop()
  }

  remove(): void {
    rmSync(this.#dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
