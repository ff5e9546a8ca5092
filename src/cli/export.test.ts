import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Argument, Host, RequestName, Row } from '../contract/contract'
import { createDesk } from '../host/desk'
import { approve } from '../review/approval'
import { confidentRemovals, findingKey, flags } from '../review/flags'
import { fold } from '../review/fold'
import type { Operation } from '../review/operation'

/** The desk approves; the command line exports and verifies. */
const STORY = (place: string) =>
  `${place}镇新修三座桥\n\n3月4日,${place}镇的三座新桥同时通车,沿河的村民赶集不用再绕路了。\n\n` +
  '三座桥总长420米,去年9月开工,用了半年时间。“以前绕一圈要走四里地。”村民老何说。\n'

let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'qingyang-export-'))
  await mkdir(join(place, 'inbox/来稿'), { recursive: true })
  await writeFile(join(place, 'inbox/来稿/a.txt'), STORY('河口'))
  await writeFile(join(place, 'inbox/b.txt'), STORY('山前'))
  await writeFile(join(place, 'inbox/gone.txt'), STORY('旧县'))
  await writeFile(join(place, 'inbox/empty.txt'), '')
  await useDesk(async (desk) => {
    for (const row of await settledRows(desk, 4)) if (/a\.txt|gone/.test(row.path)) await approveRow(desk, row)
  })
  await rm(join(place, 'inbox/gone.txt'))
}, 60_000)
afterAll(() => rm(place, { recursive: true, force: true }))

async function useDesk(use: (desk: Host) => Promise<void>): Promise<void> {
  const desk = await createDesk({
    host: 'loopback',
    data: join(place, 'data'),
    version: '0.0.0',
    locale: 'en',
    platform: 'test',
    folder: join(place, 'inbox'),
    samples: join(place, 'samples'),
    worker: new URL('../host/analysis/built-worker.testing.mjs', import.meta.url),
  })
  try {
    await use(desk)
  } finally {
    await desk.close()
  }
}

async function ask<K extends RequestName>(desk: Host, name: K, argument: Argument<K>): Promise<Answer<K>> {
  const reply = await desk.request(name, argument)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.en}`)
  return reply.value as Answer<K>
}

async function settledRows(desk: Host, count: number): Promise<readonly Row[]> {
  for (;;) {
    const { rows } = await ask(desk, 'rows', { from: 0, limit: 100 })
    if (rows.length === count && rows.every(({ status }) => status !== 'waiting')) return rows
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function approveRow(desk: Host, { id, version }: Row): Promise<void> {
  const append = (op: Operation) => {
    const entry = { opId: randomUUID(), document: id, version: version ?? '', op, by: '李敏', ts: Date.now() }
    return ask(desk, 'append', { client: 'test', entries: [entry] })
  }
  const { draft, findings } = await ask(desk, 'document', { id })
  const review = fold(draft, [])
  for (const flag of flags(review, findings)) {
    if (flag.kind === 'finding') await append({ kind: 'dismiss', finding: findingKey(flag.finding) })
    else await append({ kind: 'decide', spans: [flag.span], fate: 'removed' })
  }
  const removed = confidentRemovals(review)
  if (removed.length > 0) await append({ kind: 'decide', spans: removed, fate: 'removed' })
  const { draft: pinned, records } = await ask(desk, 'document', { id })
  await append(approve(fold(pinned, records)))
}

async function qingyang(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'entry.testing.mjs'), ...args], { cwd: place })
  const [stdout, stderr, [status]] = await Promise.all([
    child.stdout.toArray().then((chunks) => Buffer.concat(chunks).toString()),
    child.stderr.toArray().then((chunks) => Buffer.concat(chunks).toString()),
    once(child, 'exit') as Promise<[number]>,
  ])
  return { status, stdout, stderr }
}

describe('export FOLDER', () => {
  it('writes what the desk approved, also where its file is gone, and a bag that verifies', async () => {
    const done = await qingyang('export', 'inbox', '--out', 'bag', '--data', 'data', '--by', '李敏')
    expect(done).toEqual({
      status: 0,
      stdout: expect.stringContaining(
        `exported 2 articles of 2 documents to ${join(place, 'bag')}; left out: 1 open, 0 rejected, 1 failed, 0 missing`,
      ),
      stderr: '',
    })
    expect(await readFile(join(place, 'bag/bag-info.txt'), 'utf8')).toContain('Contact-Name: 李敏')
    const articles = await readFile(join(place, 'bag/data/articles.jsonl'), 'utf8')
    const paths = articles
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { document: { path: string } }).document.path)
    expect(paths).toEqual(['来稿/a.txt', 'gone.txt'])
    expect(await qingyang('verify', 'bag')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^sound: .* 2 cleaned texts/),
    })
  })

  it('zips, beside an open desk', () =>
    useDesk(async () => {
      expect(
        await qingyang('export', join(place, 'inbox'), '--out', 'bag.zip', '--zip', '--data', 'data'),
      ).toMatchObject({ status: 0, stderr: '' })
      expect(await qingyang('verify', 'bag.zip')).toMatchObject({ status: 0 })
    }))

  it('refuses with a sentence: a bag that is there, nothing approved, no folder', async () => {
    await mkdir(join(place, 'there'), { recursive: true })
    const there = await qingyang('export', 'inbox', '--out', 'there', '--data', 'data')
    expect(there).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('exists already') })
    const none = await qingyang('export', 'inbox', '--out', 'none', '--data', 'other-data')
    expect(none).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('no approved article') })
    const folder = await qingyang('export', 'nowhere', '--out', 'none', '--data', 'data')
    expect(folder).toMatchObject({ status: 1, stderr: expect.stringContaining('no such folder') })
  })
})
