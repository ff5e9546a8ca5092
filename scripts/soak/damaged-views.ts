import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { placesOf, startHost } from '../../e2e/hosts'
import { findChromium } from '../chromium.mjs'
import { chance } from '../fuzz/mutate.mjs'
import { DAMAGES } from './damage'
import { freePort, HostProcess, newId } from './host'
import type { Claim } from './outcome'

const ARTICLE = '江湾二桥今日通车\n\n江湾二桥今天上午十点正式通车\uFF0C全长一千二百米。\n市民说方便多了。\n'
const RECORDS = 300

/** The records the view of this page holds, as one text; '' where there is no such database. */
const recordsIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const name = localStorage.getItem('qingyang.view') ?? 'qingyang'
    const there = await indexedDB.databases().catch(() => [])
    if (!there.some((one) => one.name === name)) return ''
    const asked = indexedDB.open(name)
    return new Promise<string>((done) => {
      asked.onerror = () => done('')
      asked.onsuccess = () => {
        if (!asked.result.objectStoreNames.contains('records')) return done('')
        const all = asked.result.transaction('records').objectStore('records').getAll()
        all.onerror = () => done('')
        all.onsuccess = () => done(JSON.stringify(all.result))
      }
    })
  })

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A desk of some hundred records whose view a browser has filled; both are stopped. */
async function prepare(dir: string, port: number): Promise<string> {
  await mkdir(join(dir, 'folder'))
  await writeFile(join(dir, 'folder/江桥.txt'), ARTICLE)
  const running = await startHost('loopback', { dir, folder: join(dir, 'folder'), port })
  await running.page.getByRole('listbox', { name: '稿件' }).getByRole('option').first().waitFor()
  await running.stop()
  const host = new HostProcess(placesOf(dir).data, join(dir, 'folder'), port)
  await host.enter()
  let [row] = (await host.ask('rows', { from: 0, limit: 1 })).rows
  while (!row || row.status === 'waiting') [row] = (await host.ask('rows', { from: 0, limit: 1 })).rows
  const { id, version } = row
  for (let n = 0; n < RECORDS; n++) {
    const op = { kind: 'meta', story: 0, set: { title: `题目${n}` } } as const
    const entry = { opId: newId(), document: id, version: version ?? '', op, by: '林', ts: Date.now() }
    await host.ask('append', { client: 'soak', entries: [entry] })
  }
  const { records } = await host.ask('records', { after: 0, limit: 2000 })
  await host.end('SIGTERM')
  const filled = await startHost('loopback', { dir, folder: null, port })
  await same(filled.page, hashOf(JSON.stringify(records)))
  await filled.stop()
  return hashOf(JSON.stringify(records))
}

/** Whether the view comes to hold these records, within ten seconds. */
async function same(page: Page, wanted: string): Promise<boolean> {
  for (let round = 0; round < 100; round++) {
    if (hashOf(await recordsIn(page).catch(() => '')) === wanted) return true
    await page.waitForTimeout(100)
  }
  return false
}

/** What a page without our program reads of the damaged database: the control, that the damage is one. */
async function silently(dir: string, port: number): Promise<string> {
  const executablePath = findChromium()
  const context = await chromium.launchPersistentContext(join(dir, 'browser'), {
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }))
  await page.goto(`http://127.0.0.1:${port}/`)
  const read = await Promise.race([recordsIn(page), page.waitForTimeout(5000).then(() => '')])
  await context.close()
  return hashOf(read)
}

export const damagedViews: Claim = {
  name: 'damaged IndexedDB folders',
  says: 'views that, after their LevelDB files were damaged, do not come to hold the journal’s records again, equal by sha256',
  on: 'the built loopback host with headless Chromium',
  control: 'a page without the comparison opens the damaged database: it reads something else, mostly without an error',
  times: 200,
  async run(outcome, keep) {
    const dir = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
    const port = await freePort()
    const pick = chance(outcome.done + 7)
    try {
      const wanted = await prepare(dir, port)
      const browser = join(dir, 'browser')
      const sound = join(dir, 'sound')
      cpSync(browser, sound, { recursive: true })
      for (; outcome.done < outcome.of; outcome.done++) {
        const [name, damage] = Object.entries(DAMAGES)[outcome.done % Object.keys(DAMAGES).length]!
        rmSync(browser, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
        cpSync(sound, browser, { recursive: true })
        const root = placesOf(dir).databases[0]!
        const folder = readdirSync(root).find((one) => one.endsWith('.leveldb'))
        if (!folder || !damage(join(root, folder), pick)) throw new Error(`Nothing to damage: ${name}`)
        if (outcome.done % 4 === 0) {
          outcome.control.done++
          cpSync(root, join(dir, 'damaged'), { recursive: true })
          outcome.control.broken += (await silently(dir, port)) === wanted ? 0 : 1
          rmSync(root, { recursive: true, force: true })
          cpSync(join(dir, 'damaged'), root, { recursive: true })
          rmSync(join(dir, 'damaged'), { recursive: true })
        }
        const running = await startHost('loopback', { dir, folder: null, port })
        const rebuilt = await same(running.page, wanted)
        await running.stop()
        if (!rebuilt) outcome.broken++
        outcome.figures[name] = Number(outcome.figures[name] ?? 0) + (rebuilt ? 1 : 0)
        keep()
      }
      outcome.figures['records each'] =
        readFileSync(join(placesOf(dir).data, 'journal/journal.ndjson'), 'utf8').split('\n').length - 2
    } finally {
      if (existsSync(dir)) await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  },
}
