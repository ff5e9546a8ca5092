import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Argument, Host, RequestName } from '../src/contract/contract'
import type { AlikeLine } from '../src/contract/texts'
import { createDesk } from '../src/host/desk'
import type { Entry, Operation } from '../src/review/operation'

/**
 * How long one decision on the same line of many articles takes, from the first append to the last acknowledgement, each
 * on the disk: the host's half, through the contract, in portions as the window sends them. Nothing was decided in any
 * of them before. Then its undo, and both again on a desk that was closed and opened.
 */
const DOCUMENTS = Number(process.argv[2] ?? 5000)
const PORTION = Number(process.argv[3] ?? 250)
const LINE = '更多精彩请扫描二维码关注江湾日报微信公众号'
const WORDS = [
  ...'渡船集市桥头老街樱树步道湖面山路茶园稻田学堂戏台祠堂码头灯会糕点竹编木匠纸伞瓷器布鞋窗花风筝'.matchAll(/../gu),
].map(([word]) => word)
const WORKER = new URL('../src/host/analysis/built-worker.testing.mjs', import.meta.url)
const base = mkdtempSync(join(tmpdir(), 'qingyang-bench-bulk-'))
const [folder, samples, data] = ['inbox', 'samples', 'data'].map((name) => join(base, name)) as [string, string, string]

function articleOf(n: number): string {
  // No two articles tell the same story: that would be compared as well.
  let state = n + 1
  const word = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return WORDS[(state >>> 8) % WORDS.length] ?? ''
  }
  const sentence = (at: number): string =>
    `${at % 2 === 0 ? '清早' : '傍晚'}${word()}${word()}${word()}\uFF0C${word()}的${word()}${word()}${word()}。${word()}说${word()}${word()}${word()}。`
  const body = Array.from({ length: 20 }, (_, at) => `\u3000\u3000${sentence(at)}${sentence(at + 30)}`)
  return `${n}号渡口开船了\n2026-03-02 来源\uFF1A江湾日报\n记者 王小满\n\n${body.join('\n')}\n\n分享到\uFF1A微信 微博 QQ空间\n${LINE}\nCopyright 2026 江湾日报 版权所有\n`
}

async function ask<K extends RequestName>(desk: Host, name: K, argument: Argument<K>): Promise<Answer<K>> {
  const reply = await desk.request(name, argument)
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  return reply.value as Answer<K>
}

async function open(): Promise<Host> {
  const about = { host: 'loopback', version: '0.0.0', locale: 'zh-CN', platform: process.platform } as const
  const desk = await createDesk({ ...about, data, folder, samples, worker: WORKER })
  const isRead = async (): Promise<boolean> => {
    const { rows } = await ask(desk, 'rows', { from: 0, limit: 10_000 })
    return rows.length === DOCUMENTS && rows.every(({ status }) => status !== 'waiting')
  }
  while (!(await isRead())) await wait(500)
  return desk
}

async function preview(desk: Host): Promise<AlikeLine[]> {
  const lines: AlikeLine[] = []
  for (let from: number | null = 0; from !== null;) {
    const answer: Answer<'alike'> = await ask(desk, 'alike', { line: LINE, shape: null, fate: 'text', from })
    lines.push(...answer.lines)
    from = answer.next
  }
  return lines
}

/** Seconds until all are acknowledged, and of all threads' work meanwhile; and the longest wait for one portion. */
async function send(desk: Host, entries: readonly Entry[]): Promise<string> {
  const start = performance.now()
  const before = process.cpuUsage()
  let longest = 0
  for (let from = 0; from < entries.length; from += PORTION) {
    const sent = performance.now()
    await ask(desk, 'append', { client: 'bench', entries: entries.slice(from, from + PORTION) })
    longest = Math.max(longest, performance.now() - sent)
  }
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1e6
  return `${entries.length} articles in ${seconds.toFixed(2)} s (${cpu.toFixed(2)} s of processor), longest portion ${longest.toFixed(0)} ms`
}

const entryOf = (document: string, version: string, op: Operation): Entry => ({
  opId: randomUUID(),
  document,
  version,
  op,
  by: '林',
  ts: Date.now(),
})

async function round(desk: Host, name: string): Promise<void> {
  const looked = performance.now()
  const lines = await preview(desk)
  console.log(`${name}: preview of ${lines.length} lines ${((performance.now() - looked) / 1000).toFixed(2)} s`)
  const made = lines.map(({ id, version, start, end, to }) =>
    entryOf(id, version, { kind: 'decide', spans: [[start, end]], fate: to }),
  )
  console.log(`${name}: decision, ${await send(desk, made)}`)
  const undone = made.map(({ document, version, opId }) => entryOf(document, version, { kind: 'undo', target: opId }))
  console.log(`${name}: undo, ${await send(desk, undone)}`)
}

for (const path of [folder, samples]) mkdirSync(path)
for (let n = 0; n < DOCUMENTS; n++) writeFileSync(join(folder, `${n}.txt`), articleOf(n))
try {
  const started = performance.now()
  await (await open()).close()
  console.log(`read in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  const desk = await open()
  await wait(3000)
  await round(desk, 'after a restart, untouched')
  await round(desk, 'again, touched')
  await desk.close()
} finally {
  rmSync(base, { recursive: true, force: true })
}
