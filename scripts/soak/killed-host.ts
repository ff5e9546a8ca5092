import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Opened } from '../../src/contract/contract'
import type { Entry } from '../../src/review/operation'
import { freePort, HostProcess, newId } from './host'
import { type Claim, quantile } from './outcome'

const ARTICLE =
  '江湾二桥今日通车\n\n江湾二桥今天上午十点正式通车\uFF0C全长一千二百米。\n市民说方便多了。\n分享到\uFF1A微信 微博\n'

/** A data folder and an inbox of its own, and what was acknowledged in it: kept here, outside the host. */
class Bench {
  readonly acknowledged = new Set<string>()
  readonly times: number[] = []
  readonly dir: string
  readonly port: number
  #shown = 0

  static async make(): Promise<Bench> {
    const dir = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
    await mkdir(join(dir, '来稿'))
    await writeFile(join(dir, '来稿/江桥.txt'), ARTICLE)
    return new Bench(dir, await freePort())
  }

  constructor(dir: string, port: number) {
    this.dir = dir
    this.port = port
  }

  /** Starts the host, decides and types until it is killed at a random moment. Answers what was acknowledged and is gone. */
  async liveAndDie(imports: readonly string[]): Promise<string[]> {
    const host = new HostProcess(join(this.dir, 'data'), join(this.dir, '来稿'), this.port, imports)
    try {
      await host.enter()
      const opened = await this.#opened(host)
      const lost = await this.#lost(host)
      const end = Date.now() + 20 + Math.random() * 250
      const working = Promise.all([1, 2, 3].map(() => this.#work(host, opened, end + 1000).catch(() => undefined)))
      await new Promise((done) => setTimeout(done, end - Date.now()))
      await host.end('SIGKILL')
      void working
      return lost
    } finally {
      await host.end('SIGKILL')
    }
  }

  end(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true })
  }

  async #opened(host: HostProcess): Promise<Opened> {
    for (;;) {
      const [row] = (await host.ask('rows', { from: 0, limit: 1 })).rows
      if (row && row.status !== 'waiting') return host.ask('document', { id: row.id })
      await new Promise((done) => setTimeout(done, 10))
    }
  }

  async #lost(host: HostProcess): Promise<string[]> {
    const there = new Set<string>()
    for (let after = 0; ;) {
      const { records } = await host.ask('records', { after, limit: 2000 })
      for (const { opId } of records) there.add(opId)
      after = records.at(-1)?.seq ?? after
      if (records.length === 0) break
    }
    const lost = [...this.acknowledged].filter((opId) => !there.has(opId))
    // What is gone is counted once.
    for (const opId of lost) this.acknowledged.delete(opId)
    return lost
  }

  /** Decisions and edits, one after the other, as from one window. */
  async #work(host: HostProcess, { row, draft }: Opened, end: number): Promise<void> {
    const block = draft.blocks[0]
    const client = newId()
    while (Date.now() < end && block) {
      const after = block.start + (this.#shown++ % 3)
      const op: Entry['op'] =
        this.#shown % 2
          ? { kind: 'meta', story: 0, set: { title: `题目${this.#shown}` } }
          : {
              kind: 'edit',
              deletes: [],
              deletesTyped: [],
              inserts: [{ after: { source: after }, text: '字'.repeat(1 + (this.#shown % 40)) }],
              separators: [],
            }
      const entry: Entry = { opId: newId(), document: row.id, version: row.version ?? '', op, by: '林', ts: Date.now() }
      const from = performance.now()
      const { records } = await host.ask('append', { client, entries: [entry] })
      this.times.push(performance.now() - from)
      for (const { opId } of records) this.acknowledged.add(opId)
    }
  }
}

export const killedHost: Claim = {
  name: 'kill -9 of the host',
  says: 'acknowledged decisions and edits lost when the loopback host is killed while three windows decide and type',
  on: 'the built loopback host, a process of its own; the acknowledgements kept outside it',
  control: 'writes answered before they are made',
  times: 900,
  async run(outcome, keep) {
    const bench = await Bench.make()
    const times: number[] = []
    let acknowledged = Number(outcome.figures['acknowledged'] ?? 0)
    try {
      for (; outcome.done < outcome.of; outcome.done++) {
        const before = bench.acknowledged.size
        outcome.broken += (await bench.liveAndDie([])).length
        acknowledged += bench.acknowledged.size - before
        if (outcome.done % 10 !== 9) continue
        outcome.figures['acknowledged'] = acknowledged
        outcome.figures['acknowledged within, p99'] = `${quantile(bench.times, 0.99).toFixed(1)} ms`
        keep()
      }
      times.push(...bench.times)
    } finally {
      await bench.end()
    }
    const hasty = [new URL('hasty.mjs', import.meta.url).href]
    const control = await Bench.make()
    for (; outcome.control.done < 12; outcome.control.done++)
      outcome.control.broken +=
        (await control.liveAndDie(hasty).catch(() => ['the journal was damaged'])).length > 0 ? 1 : 0
    await control.end()
    outcome.figures['appends measured'] = times.length
  },
}
