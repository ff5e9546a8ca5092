import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { placesOf, startHost } from '../../e2e/hosts'
import { browsersOn } from '../bench-inbox/processes'
import { freePort } from './host'
import { type Claim, quantile } from './outcome'

const ARTICLE = '江湾二桥今日通车\n\n江湾二桥今天上午十点正式通车\uFF0C全长一千二百米。\n市民说方便多了。\n'

const CONTROLS = 8

/** What a window typed, and when the status line first said that it is saved: kept in the page, read out as it goes. */
interface Typed {
  readonly token: string
  readonly at: number
  readonly saved: number | null
}

/** Opens the article and puts the caret into its cleaned text. */
async function beginTyping(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: '稿件' }).getByRole('option').first().click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '江湾' }).waitFor()
  await page.locator('[data-save=saved]').waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.locator('.pane.copy .cm-content:focus').waitFor()
  await page.keyboard.press('Control+Home')
}

/** Types a token and waits no longer than `patience` for 'saved'; how long it took (seen from here), null where it did not. */
async function type(page: Page, token: string, patience: number): Promise<number | null> {
  const from = performance.now()
  await page.keyboard.insertText(token)
  const saved = page.locator('[data-save=saved]').waitFor({ state: 'attached', timeout: patience })
  return saved.then(
    () => performance.now() - from,
    () => null,
  )
}

class Tree {
  readonly dir: string
  readonly #port: number
  readonly typed: Typed[] = []
  #next = 0

  constructor(dir: string, port: number) {
    this.dir = dir
    this.#port = port
  }

  /** Starts host and browser, types until all of both is killed at once. */
  async liveAndDie(): Promise<void> {
    const running = await startHost('loopback', { dir: this.dir, folder: join(this.dir, 'folder'), port: this.#port })
    const { page, pid } = running
    await beginTyping(page)
    const end = Date.now() + 100 + Math.random() * 900
    let dead = false
    const typing = (async (): Promise<void> => {
      while (!dead) {
        const token = `t${this.#next++}x`
        const at = Date.now()
        const one = this.typed.push({ token, at, saved: null }) - 1
        const saved = await type(page, token, 2000)
        if (!dead) this.typed[one] = { token, at, saved }
      }
    })().catch(() => undefined)
    await new Promise((done) => setTimeout(done, end - Date.now()))
    dead = true
    this.killedAt = Date.now()
    for (const one of [pid, ...browsersOn(placesOf(this.dir).databases[0]!.replace('/Default/IndexedDB', ''))])
      try {
        process.kill(one, 'SIGKILL')
      } catch {
        // It ended with its parent.
      }
    await typing
    await running.kill().catch(() => undefined)
  }

  killedAt = 0

  /** One life and death: what was typed in it, and what of that the journal does not hold afterwards. */
  async lose(): Promise<{ fresh: readonly Typed[]; gone: readonly Typed[] }> {
    const before = this.typed.length
    await this.liveAndDie()
    const journal = await this.journal()
    const fresh = this.typed.slice(before)
    return { fresh, gone: fresh.filter(({ token }) => !journal.includes(token)) }
  }

  /** Starts once more, so that the outbox is replayed; answers what the journal holds then. */
  async journal(): Promise<string> {
    const running = await startHost('loopback', { dir: this.dir, folder: join(this.dir, 'folder'), port: this.#port })
    await running.page.locator('[data-save=saved]').waitFor({ state: 'attached' })
    await running.page.waitForTimeout(300)
    await running.stop()
    return readFileSync(join(placesOf(this.dir).data, 'journal/journal.ndjson'), 'utf8')
  }
}

export const killedTree: Claim = {
  name: 'kill -9 of host and browser',
  says: 'typing shown as saved that is lost when the host and every process of its browser are killed at once',
  on: 'the built loopback host with headless Chromium, an editor typing into the cleaned text',
  control: 'writes answered before they are made',
  times: 100,
  async run(outcome, keep) {
    const times: number[] = []
    let late = Number(outcome.figures['typed more than 150 ms before, lost'] ?? 0)
    await onTree(async (tree) => {
      for (; outcome.done < outcome.of; outcome.done++) {
        const { fresh, gone } = await tree.lose()
        outcome.broken += gone.filter(({ saved }) => saved !== null).length
        late += gone.filter(({ at }) => tree.killedAt - at > 150).length
        times.push(...fresh.flatMap(({ saved }) => (saved === null ? [] : [saved])))
        outcome.figures['typed more than 150 ms before, lost'] = late
        outcome.figures['keystroke to "saved", p99'] = `${quantile(times, 0.99).toFixed(0)} ms`
        outcome.figures['keystroke to "saved", median'] = `${quantile(times, 0.5).toFixed(0)} ms`
        keep()
      }
    })
    for (; outcome.control.done < CONTROLS; outcome.control.done++)
      outcome.control.broken += (await losesHastily()) ? 1 : 0
  },
}

/** Whether a host that answers before it writes loses what was shown as saved. */
async function losesHastily(): Promise<boolean> {
  const options = process.env['NODE_OPTIONS']
  process.env['NODE_OPTIONS'] = `--import=${new URL('hasty.mjs', import.meta.url).href}`
  let lost = false
  try {
    await onTree(async (tree) => {
      const { gone } = await tree.lose()
      lost = gone.some(({ saved }) => saved !== null)
    })
    return lost
  } catch {
    // It stumbles over what it has not written.
    return true
  } finally {
    process.env['NODE_OPTIONS'] = options ?? ''
  }
}

async function onTree(work: (tree: Tree) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
  await mkdir(join(dir, 'folder'))
  await writeFile(join(dir, 'folder/江桥.txt'), ARTICLE)
  try {
    await work(new Tree(dir, await freePort()))
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
