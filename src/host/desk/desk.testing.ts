import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Answer, Argument, Failure, Host, News, Opened, RequestName, Row } from '../../contract/contract'
import { approve } from '../../review/approval'
import { findingKey, flags } from '../../review/flags'
import { fold } from '../../review/fold'
import type { Entry, Operation } from '../../review/operation'
import type { Review } from '../../review/review'
import { HOUSE, HOUSE_DOCUMENT } from '../../review/rules'
import { createDesk, type DeskOptions } from '../desk'

const WORKER = new URL('../analysis/built-worker.testing.mjs', import.meta.url)

export const BRIDGE = `首页 > 新闻 > 本地
江湾二桥今日通车
2026-03-02 来源\uFF1A江湾日报
记者 王小满

江湾二桥今天上午十点正式通车\uFF0C全长一千二百米。
大桥连接东西两岸\uFF0C车程由四十分钟缩短到十分钟。
市民陈先生说\uFF0C以后上班方便多了。

分享到\uFF1A微信 微博 QQ空间
上一篇\uFF1A春耕开始了
Copyright 2026 江湾日报 版权所有
`
export const PARK = '城南公园新添步道\n\n城南公园本周新添一条步道\uFF0C沿湖而建。\n步道旁种了樱树。\n'

/** Polls for as long as a busy machine may take. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

export function review(opened: Opened): Review {
  return fold(opened.draft, opened.records)
}

/** An entry of the house. */
export const ofHouse = (op: Operation): Entry => ({
  opId: randomUUID(),
  document: HOUSE_DOCUMENT,
  version: HOUSE,
  op,
  by: '林',
  ts: Date.now(),
})

/** What settles every flag that is open. */
export function settling(opened: Opened): Operation[] {
  return flags(review(opened), opened.findings)
    .filter(({ state }) => state === 'open')
    .map((flag) =>
      flag.kind === 'block'
        ? { kind: 'decide', spans: [flag.span], fate: review(opened).blocks[flag.block]!.fate }
        : { kind: 'dismiss', finding: findingKey(flag.finding) },
    )
}

/** A desk on a folder of its own, with the real engine, and what it told. */
export class DeskTrial {
  readonly base: string
  readonly data: string
  readonly folder: string
  readonly samples: string
  readonly news: News[] = []
  #host: Host | null = null

  static async make(): Promise<DeskTrial> {
    const trial = new DeskTrial(await mkdtemp(join(tmpdir(), 'qingyang-desk-')))
    await mkdir(trial.folder)
    await mkdir(trial.samples)
    return trial
  }

  private constructor(base: string) {
    this.base = base
    this.data = join(base, 'data')
    this.folder = join(base, '来稿')
    this.samples = join(base, 'samples')
  }

  async put(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.folder, name)), { recursive: true })
    await writeFile(join(this.folder, name), content)
  }

  async start(options: Partial<DeskOptions> = {}): Promise<void> {
    const { data, folder, samples } = this
    const about = { host: 'loopback', version: '0.0.0', locale: 'zh-CN', platform: 'linux' } as const
    const host = await createDesk({ ...about, data, folder, samples, worker: WORKER, ...options })
    host.onNews((news) => this.news.push(news))
    this.#host = host
  }

  async stop(): Promise<void> {
    await this.#host?.close()
    this.#host = null
  }

  async restart(options: Partial<DeskOptions> = {}): Promise<void> {
    await this.stop()
    await this.start(options)
  }

  async end(): Promise<void> {
    await this.stop()
    await rm(this.base, { recursive: true, force: true })
  }

  async ask<K extends RequestName>(name: K, argument: Argument<K>): Promise<Answer<K>> {
    const reply = await this.#host!.request(name, argument)
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
    return reply.value as Answer<K>
  }

  async refusal(name: string, argument: unknown): Promise<Failure> {
    const reply = await this.#host!.request(name, argument)
    if (reply.ok) throw new Error(`${name} was not refused`)
    return reply.failure
  }

  async rows(): Promise<readonly Row[]> {
    return (await this.ask('rows', { from: 0, limit: 10_000 })).rows
  }

  async row(path: string): Promise<Row | undefined> {
    return (await this.rows()).find((row) => row.path === path)
  }

  /** The document once it is read. */
  async opened(path: string): Promise<Opened> {
    await expect.poll(async () => (await this.row(path))?.status ?? 'waiting', { timeout: 15_000 }).not.toBe('waiting')
    return this.ask('document', { id: (await this.row(path))!.id })
  }

  entry({ row }: Opened, op: Operation): Entry {
    return { opId: randomUUID(), document: row.id, version: row.version!, op, by: '林', ts: Date.now() }
  }

  async append(opened: Opened, ...ops: readonly Operation[]): Promise<Answer<'append'>['records']> {
    const entries = ops.map((op) => this.entry(opened, op))
    return (await this.ask('append', { client: 'window', entries })).records
  }
  /** The document with all its flags settled, approved. */
  async approved(path: string): Promise<Opened> {
    const first = await this.opened(path)
    const settled = settling(first)
    if (settled.length > 0) await this.append(first, ...settled)
    const opened = await this.opened(path)
    await this.append(opened, approve(review(opened)))
    await eventually(async () => (await this.row(path))?.status).toBe('approved')
    return this.opened(path)
  }
}
