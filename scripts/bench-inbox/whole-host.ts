import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { ROOT, startHost, type Running } from '../../e2e/hosts'
import type { News, Row } from '../../src/contract/contract'
import { type Outcome, PER_FOLDER } from './outcome'
import { renderers, resident } from './processes'

const GIVE_UP = 600_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** Real articles: the samples, each copy made another version by a last line. Answers the paths below the folder. */
async function drop(root: string, count: number): Promise<string[]> {
  const from = join(ROOT, 'resources/samples')
  const names = (await readdir(from)).filter((name) => name.endsWith('.txt'))
  const samples = await Promise.all(names.map((name) => readFile(join(from, name))))
  const paths: string[] = []
  for (let at = 0; at < count; at++) {
    const folder = Math.floor(at / PER_FOLDER)
    const below = `批次${folder % 10}/子夹${folder}`
    if (at % PER_FOLDER === 0) await mkdir(join(root, below), { recursive: true })
    const path = `${below}/稿件${at % PER_FOLDER}.txt`
    await writeFile(join(root, path), Buffer.concat([samples[at % samples.length]!, Buffer.from(`\n${at}\n`)]))
    paths.push(path)
  }
  return paths
}

/** The rows as the page is told of them. */
class Told {
  readonly #rows = new Map<string, Row>()

  /** Hears every line to the host that the page opens from here on. */
  listen(page: Page): void {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const { news } = JSON.parse(payload.toString()) as { news?: News }
        if (news?.kind !== 'rows') return
        for (const row of news.upsert) this.#rows.set(row.path, row)
        const gone = new Set(news.gone)
        for (const [path, { id }] of this.#rows) if (gone.has(id)) this.#rows.delete(path)
      }),
    )
  }

  get listed(): number {
    return this.#rows.size
  }

  get analysed(): number {
    return [...this.#rows.values()].filter(({ status }) => status !== 'waiting' && status !== 'failed').length
  }

  has(path: string): boolean {
    return this.#rows.has(path)
  }
}

/** Keeps the page's longest task, in milliseconds. */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const kept = window as unknown as { longestTask: number }
    kept.longestTask = 0
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) kept.longestTask = Math.max(kept.longestTask, duration)
    }).observe({ type: 'longtask' })
  })

/** The page's heap in MB, after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
}

/** The whole host (out/loopback, the real engine) with a page open in headless Chromium. */
export async function wholeHost(title: string, count: number): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'qingyang-bench-'))
  const stall = join(dir, 'stall')
  process.env['QINGYANG_BENCH_STALL'] = stall
  process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(join(import.meta.dirname, 'stall.mjs')).href}`
  const folder = join(dir, 'folder')
  await mkdir(folder)
  const running = await startHost('loopback', { dir, folder, port: await freePort() })
  delete process.env['NODE_OPTIONS']
  try {
    return await measure(title, count, running, folder, stall)
  } finally {
    await running.stop()
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

interface Times {
  readonly dropped: number
  readonly allListed: number | null
  readonly allDone: number | null
  /** of the files dropped, below the folder */
  readonly paths: readonly string[]
}

/** Drops the files and waits until all are analysed, or for ten minutes. */
async function dropAndWait(told: Told, count: number, folder: string): Promise<Times> {
  const start = performance.now()
  let dropped = 0
  let allListed: number | null = null
  let allDone: number | null = null
  const dropping = drop(folder, count).finally(() => (dropped = performance.now() - start))
  while (allDone === null && performance.now() - start < GIVE_UP) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (told.listed >= count) allListed ??= performance.now() - start
    if (told.analysed >= count) allDone = performance.now() - start
  }
  const paths = await dropping
  return { dropped, allListed, allDone, paths }
}

async function measure(
  title: string,
  count: number,
  running: Running,
  folder: string,
  stall: string,
): Promise<Outcome> {
  const { page, pid } = running
  const told = new Told()
  told.listen(page)
  await page.reload()
  await page.getByText('正在监视').waitFor()
  await watchTasks(page)
  if (process.platform !== 'win32') process.kill(pid, 'SIGUSR2')
  const { paths, ...times } = await dropAndWait(told, count, folder)
  // The page shows all of them, and the last second's stall is written.
  await page.getByRole('navigation').getByText(count.toLocaleString('en')).first().waitFor()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const longest = await page.evaluate(() => (window as unknown as { longestTask: number }).longestTask)
  const inPage = Math.max(0, ...renderers().map((one) => resident(one, 'highest') ?? 0))
  return {
    title,
    doneMeans: 'analysed',
    listed: told.listed,
    done: told.analysed,
    missed: paths.filter((path) => !told.has(path)).length,
    ...times,
    memory: [
      ['host at most', resident(pid, 'highest')],
      ['host after', resident(pid, 'now')],
      ['page at most', inPage === 0 ? null : inPage],
      ['page heap', await heap(page)],
    ],
    stalls: [
      ['host', Number(await readFile(stall, 'utf8'))],
      ['page', longest],
    ],
  }
}
