import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FoundFile } from '../../src/host/inbox/found-file'
import { Inbox } from '../../src/host/inbox/inbox'
import { MB, PER_FOLDER, type Outcome } from './outcome'

const READERS = 4
const GIVE_UP = 120_000

async function drop(root: string, count: number): Promise<void> {
  for (let folder = 0; folder * PER_FOLDER < count; folder++) {
    const path = join(root, `批次${folder % 10}`, `子夹${folder}`)
    await mkdir(path, { recursive: true })
    const files = Array.from({ length: Math.min(PER_FOLDER, count - folder * PER_FOLDER) }, (_, n) => n)
    await Promise.all(files.map((n) => writeFile(join(path, `稿件${n}.txt`), `第${folder}批第${n}篇\n`.repeat(100))))
  }
}

/** Reads what is ready, a few at a time, as the host does. */
class Reader {
  readonly done = new Set<string>()
  readonly #waiting: FoundFile[] = []
  readonly #inbox: Inbox
  #active = 0

  constructor(inbox: Inbox) {
    this.#inbox = inbox
  }

  take(files: readonly FoundFile[]): void {
    this.#waiting.push(...files)
    while (this.#active < READERS && this.#waiting.length > 0) void this.#work()
  }

  async #work(): Promise<void> {
    this.#active++
    for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
      if ('bytes' in (await this.#inbox.read(file))) this.done.add(file.raw)
    }
    this.#active--
  }
}

/** The inbox by itself: `done` is read, not analysed. Without the watch the scan alone has to find everything. */
export async function inboxAlone(title: string, count: number, watch: boolean): Promise<Outcome> {
  const root = await mkdtemp(join(tmpdir(), 'qingyang-bench-'))
  const inbox = new Inbox({ root, watch })
  const listed = new Set<string>()
  const reader = new Reader(inbox)
  inbox.onChange(({ found, ready, gone }) => {
    for (const file of found) listed.add(file.raw)
    for (const file of gone) listed.delete(file.raw)
    reader.take(ready)
  })
  await inbox.start()
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const start = performance.now()
  let dropped: number | null = null
  let allListed: number | null = null
  let allDone: number | null = null
  void drop(root, count).then(() => (dropped = performance.now() - start))
  while (allDone === null && performance.now() - start < GIVE_UP) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    if (listed.size >= count) allListed ??= performance.now() - start
    if (reader.done.size >= count) allDone = performance.now() - start
  }
  loop.disable()
  const { rss } = process.memoryUsage()
  await inbox.close()
  await rm(root, { recursive: true })
  return {
    title,
    doneMeans: 'read',
    listed: listed.size,
    done: reader.done.size,
    missed: count - listed.size,
    dropped,
    allListed,
    allDone,
    memory: [['whole process', rss / MB]],
    stalls: [['whole process', loop.max / 1e6]],
  }
}
