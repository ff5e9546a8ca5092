import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type Answers, type HostName, placesOf, ROOT, type Running, startHost } from './hosts'

export { expect, ROOT }
export type { HostName, Page }

/** A desk that a story is lived on: one host with one window, started again as often as the story asks. */
export class Desk {
  readonly host: HostName
  /** the inbox: an empty folder at first */
  readonly folder: string
  /** the application's data folder */
  readonly data: string
  readonly #dir: string
  readonly #port: number
  #running: Running | null = null

  constructor(host: HostName, dir: string, port: number) {
    this.host = host
    this.#dir = dir
    this.#port = port
    this.folder = join(dir, 'folder')
    this.data = placesOf(dir).data
    mkdirSync(this.folder)
  }

  /** Starts, or stops and starts again; with a folder to open, or (null) with the one that was open last. */
  async launch(folder: string | null = null): Promise<Page> {
    await this.stop()
    this.#running = await startHost(this.host, { dir: this.#dir, folder, port: this.#port })
    return this.#running.page
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.stop()
  }

  /** Kills the host with SIGKILL while it works; `launch` starts it again. */
  async kill(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.kill()
  }

  /** Stops, and takes the window's IndexedDB away; `launch` starts again without it. Fails where there was none. */
  async wipeIndexedDB(): Promise<void> {
    await this.stop()
    const there = placesOf(this.#dir).databases.filter((path) => existsSync(path))
    if (there.length === 0) throw new Error('There is no IndexedDB to wipe.')
    for (const path of there) rmSync(path, { recursive: true })
  }

  /** Stops, and damages the window's IndexedDB as a failing disk would; `launch` starts again on what is left. */
  async damageIndexedDB(how: (folder: string) => boolean): Promise<void> {
    await this.stop()
    const roots = placesOf(this.#dir).databases.filter((path) => existsSync(path))
    const folders = roots.flatMap((root) => readdirSync(root).map((name) => join(root, name)))
    const damaged = folders.filter((path) => path.endsWith('.leveldb')).filter(how)
    if (damaged.length === 0) throw new Error('There is no IndexedDB to damage.')
  }

  /** What the system's dialogs will answer (not on the loopback host, which has none). */
  answerDialogs = (answers: Answers): Promise<void> => this.#now().answerDialogs(answers)
  /** What the host printed since it was launched. */
  output = (): string => this.#now().output()
  pid = (): number => this.#now().pid

  /** What was asked of the stand-in (on it alone), oldest first. */
  notes(): { kind: string; [what: string]: unknown }[] {
    const lines = readFileSync(placesOf(this.#dir).log, 'utf8').trim().split('\n')
    return lines.map((line) => JSON.parse(line) as { kind: string })
  }

  #now(): Running {
    if (!this.#running) throw new Error('The desk is not launched.')
    return this.#running
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

interface Fixtures {
  /** a folder of this test alone, taken away afterwards */
  dir: string
  desk: Desk
  /** the inbox of this test */
  folder: string
  /** stops and starts again; with a folder to open, or with the one that was open last */
  relaunch: (folder?: string | null) => Promise<Page>
  /** whether `page` starts with `folder` open, or (test.use({ opens: false })) with the first start's screen */
  opens: boolean
  /** the desk's window */
  page: Page
}

export const test = base.extend<Fixtures, { host: HostName }>({
  host: ['loopback', { option: true, scope: 'worker' }],
  opens: [true, { option: true }],
  dir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'qingyang-e2e-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  desk: async ({ host, dir }, use) => {
    const desk = new Desk(host, dir, await freePort())
    await use(desk)
    await desk.stop()
  },
  folder: ({ desk }, use) => use(desk.folder),
  relaunch: ({ desk }, use) => use((folder = null) => desk.launch(folder)),
  page: async ({ desk, opens }, use) => use(await desk.launch(opens ? desk.folder : null)),
})
