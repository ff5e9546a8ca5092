import { article, lay, RARE_WORDS, SHARED_LINE, titleOf } from './articles'
import { BenchDesk } from './desk'
import { at, both, long } from './numbers'
import { heap, wait, wheel, within } from './page'

const CHARACTERS = 1_500
const PER_FOLDER = 500
const OPENED = 20
const SEARCHES = 5

/** What was measured over a full folder, and what it has to reach; null where nothing is asked. */
export type FolderLine = readonly [what: string, measured: string, goal: string]

function* files(count: number): Generator<readonly [string, string]> {
  for (let index = 0; index < count; index++) {
    const name = `${String(Math.floor(index / PER_FOLDER)).padStart(3, '0')}/${String(index).padStart(6, '0')}.txt`
    const wish = { seed: index, characters: CHARACTERS, questions: index % 10 === 0 ? 12 : 0, shared: index % 2 === 0 }
    yield [name, article({ title: titleOf(index), ...wish })]
  }
}

class FullFolder {
  readonly #desk: BenchDesk
  readonly #count: number
  readonly lines: FolderLine[] = []

  constructor(desk: BenchDesk, count: number) {
    this.#desk = desk
    this.#count = count
  }

  /** The first time it is read, then the window opened again on what is known of it. */
  async beginning(): Promise<void> {
    lay(this.#desk.folder, files(this.#count))
    const from = performance.now()
    await this.#desk.start()
    await this.#desk.analysed(this.#count)
    this.#say('read and analysed for the first time, s', ((performance.now() - from) / 1000).toFixed(0), '')
    const starts: number[] = []
    for (let time = 0; time < 3; time++) starts.push(await this.#desk.start())
    this.#say('first rows after the window began, ms', starts.map((ms) => ms.toFixed(0)).join(', '), '< 1000')
    const listed = this.#desk.page.getByRole('navigation', { name: '稿件' })
    await listed.getByText(`共 ${this.#count.toLocaleString('en')} 条`).waitFor({ timeout: 120_000 })
    await wait(5_000)
    this.#say('page heap, MiB', (await heap(this.#desk.page)).toFixed(1), '< 200 MB')
  }

  async scrolling(): Promise<void> {
    const frames = await wheel(this.#desk.page, [140, 600], 200)
    this.#say('wheel over the queue: frames > 33 ms, worst ms', long(frames, 33.4), '0 %')
  }

  async searching(): Promise<void> {
    const { page } = this.#desk
    const box = page.getByRole('searchbox')
    const taken: number[] = []
    for (const words of [RARE_WORDS.slice(0, 3), '竹山', '近2', '老手艺人', '公众号']) {
      for (let time = 0; time < SEARCHES; time++) {
        await box.fill('')
        await wait(400)
        await within(page, "bench.until('input', \"document.querySelector('[role=option] mark') !== null\")")
        await box.focus()
        await page.keyboard.insertText(words)
        taken.push(await within(page, 'bench.seen'))
      }
    }
    await box.fill('')
    await wait(1_000)
    this.#say('search: first results, ms (median / p95)', both(taken), '< 150')
  }

  async opening(): Promise<void> {
    const { page } = this.#desk
    const taken: number[] = []
    for (let time = 0; time < OPENED; time++) {
      const index = Math.floor((this.#count / OPENED) * time) + 1
      const box = await this.#desk.bring(index, titleOf(index))
      await within(
        page,
        `bench.until('mousedown', "document.querySelector('main h1')?.textContent.includes('${titleOf(index)}') && document.querySelector('.pane.copy .room-hatch') !== null")`,
      )
      await page.mouse.click(box.x + 60, box.y + box.height / 2)
      taken.push(await within(page, 'bench.seen'))
      await wait(200)
    }
    this.#say(
      `open an article of ${CHARACTERS.toLocaleString('en')} characters, not at hand, ms (median / p95)`,
      both(taken),
      '',
    )
  }

  async deciding(): Promise<void> {
    const { page } = this.#desk
    const taken: number[] = []
    for (const index of [0, 10, 20, 30, 40]) {
      const { x, y } = await this.#desk.bring(index, titleOf(index))
      await page.mouse.click(x + 60, y + 20)
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasText: titleOf(index) })
        .waitFor()
      await page.locator('article.card[aria-current=true]').waitFor()
      await wait(600)
      await within(page, "bench.took(), (bench.watch = 'decisions')")
      for (let press = 0; press < 10; press++) {
        await page.keyboard.press('x')
        await wait(200 + ((press * 37) % 60))
      }
      await within(page, "(bench.watch = '')")
      taken.push(...(await within<number[]>(page, 'bench.took()')))
    }
    this.#say(`a decision to the next flag, ms (median / p95 of ${taken.length})`, both(taken), 'p95 < 50')
  }

  async overview(): Promise<void> {
    const { page } = this.#desk
    const taken: number[] = []
    for (let time = 0; time < 5; time++) {
      await within(page, "bench.until('keydown', \"document.querySelectorAll('main section table').length > 3\")")
      await page.keyboard.press('Alt+g')
      taken.push(await within(page, 'bench.seen'))
      await page.keyboard.press('Escape')
      await wait(800)
    }
    this.#say('overview, ms (median / p95)', both(taken), '')
  }

  async bulk(): Promise<void> {
    const { page } = this.#desk
    const index = 2
    const { x, y } = await this.#desk.bring(index, titleOf(index))
    await page.mouse.click(x + 60, y + 20)
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: titleOf(index) })
      .waitFor()
    const rail = page.getByRole('complementary', { name: '待决与历史' })
    await rail.getByRole('tab').nth(1).click()
    await rail.getByText(SHARED_LINE).first().click()
    const looked = performance.now()
    await page.keyboard.press('Shift+X')
    const run = page.getByRole('dialog').getByRole('button', { name: /^保留 .* 行/ })
    await run.and(page.locator(':enabled')).waitFor({ timeout: 60_000 })
    const lines = Number(((await run.innerText()).match(/[\d,]+/)?.[0] ?? '0').replaceAll(',', ''))
    this.#say(`bulk: preview of ${lines} lines, s`, ((performance.now() - looked) / 1000).toFixed(2), '')
    await within(
      page,
      `bench.startFrames(), bench.until('click', "document.querySelector('dialog, [role=dialog]') === null"), (bench.bars = new Set()), bench.watchBar = setInterval(() => { const bar = document.querySelector('dialog [role=progressbar], [role=dialog] [role=progressbar]'); if (bar) bench.bars.add(bar.ariaValueNow) }, 10)`,
    )
    await run.click()
    const ms = await within<number>(page, 'bench.seen')
    const bars = await within<number>(page, 'clearInterval(bench.watchBar), bench.bars.size')
    const frames = await within<number[]>(page, 'bench.endFrames()')
    this.#say(`bulk: ${lines} lines decided, s`, (ms / 1000).toFixed(2), '< 2')
    this.#say(
      'bulk: steps of the progress bar seen; longest frame, ms',
      `${bars}; ${at(frames, 1).toFixed(0)}`,
      'a bar',
    )
    await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
    await wait(3_000)
    await page.keyboard.press('Alt+u')
    const undone = performance.now()
    await page.locator('.note').filter({ hasText: '篇里撤销' }).waitFor({ timeout: 60_000 })
    this.#say('bulk: taken back, s', ((performance.now() - undone) / 1000).toFixed(2), '')
  }

  #say(...line: FolderLine): void {
    this.lines.push(line)
    console.log(line.join(' | '))
  }
}

/** A folder of many articles, each with a text of its own. */
export async function fullFolder(count: number): Promise<FolderLine[]> {
  const desk = await BenchDesk.make()
  const full = new FullFolder(desk, count)
  try {
    await full.beginning()
    await full.scrolling()
    await full.opening()
    await full.searching()
    await full.deciding()
    await full.overview()
    await full.bulk()
    return full.lines
  } finally {
    await desk.stop()
    desk.remove()
  }
}
