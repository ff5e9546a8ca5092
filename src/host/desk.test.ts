import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../contract/contract'
import { approve } from '../review/approval'
import { createDesk } from './desk'
import { systemDisk, type Disk, type DiskFile } from './journal/disk'
import { BRIDGE, DeskTrial, eventually, PARK, review, settling } from './desk/desk.testing'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

const approved = (path: string): Promise<Opened> => desk.approved(path)

describe('the queue', () => {
  it('lists what stands in the folder and what arrives, opens it with its draft', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.start()
    const { row, draft, records, findingsAt } = await desk.opened('江桥.txt')
    expect(row).toMatchObject({
      title: '江湾二桥今日通车',
      status: 'open',
      missing: false,
      encoding: 'UTF-8',
      record: null,
    })
    expect(row.removed).toBeGreaterThan(2)
    expect(draft.text).toBe(BRIDGE)
    expect([records, findingsAt]).toEqual([[], 0])
    await desk.put('夹/公园.txt', PARK)
    await eventually(async () => (await desk.row('夹/公园.txt'))?.status).toBe('open')
    expect(
      desk.news.some((news) => news.kind === 'rows' && news.upsert.some(({ path }) => path === '夹/公园.txt')),
    ).toBe(true)
    const { folder, notices, storage } = await desk.ask('hello', null)
    expect(folder).toMatchObject({ name: '来稿', state: 'watching', samples: false, listed: 2, analysed: 2 })
    expect([notices, storage.mode]).toEqual([[], 'ok'])
    await eventually(async () => desk.news.findLast((news) => news.kind === 'folder')?.folder).toMatchObject({
      analysed: 2,
    })
  })

  it('gives each record of a file a row, each bad file one row that says so', async () => {
    const line = (title: string) => JSON.stringify({ title, content: PARK })
    await desk.put('批.jsonl', `${line('甲')}\n{"broken\n${line('乙')}\n`)
    await desk.put('空.txt', '')
    await desk.put('图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]))
    await desk.put('好.txt', PARK)
    await desk.start()
    await desk.opened('好.txt')
    await eventually(async () => (await desk.rows()).filter(({ status }) => status === 'waiting').length).toBe(0)
    const rows = await desk.rows()
    expect(rows.map(({ path, record, failure }) => [path, record, failure?.code ?? null]).sort()).toEqual(
      [
        ['批.jsonl', 1, null],
        ['批.jsonl', 2, 'bad-record'],
        ['批.jsonl', 3, null],
        ['空.txt', null, 'empty'],
        ['图.txt', null, 'binary'],
        ['好.txt', null, null],
      ].sort(),
    )
    const empty = rows.find(({ path }) => path === '空.txt')!
    expect(await desk.refusal('document', { id: empty.id })).toEqual(empty.failure)
  })

  it('mends a file that was bad, on the next look and on retry', async () => {
    await desk.put('空.txt', '')
    await desk.start()
    await eventually(async () => (await desk.row('空.txt'))?.failure?.code).toBe('empty')
    const { id } = (await desk.row('空.txt'))!
    expect(await desk.ask('retry', { id })).toMatchObject({ status: 'failed' })
    await desk.put('空.txt', PARK)
    await eventually(async () => (await desk.row('空.txt'))?.status).toBe('open')
  })

  it('refuses what is no request, no folder, no document', async () => {
    await desk.start()
    expect(await desk.refusal('format', null)).toMatchObject({ code: 'unknown-request' })
    expect(await desk.refusal('openFolder', { path: join(desk.base, '无') })).toMatchObject({ code: 'no-folder' })
    expect(await desk.refusal('document', { id: 'nobody' })).toMatchObject({ code: 'no-document' })
    expect(await desk.refusal('chooseFolder', null)).toMatchObject({ code: 'no-dialogs' })
  })

  it('opens the samples and goes back to the folder opened last', async () => {
    await desk.put('公园.txt', PARK)
    await writeFile(join(desk.samples, 'sample.txt'), BRIDGE)
    await desk.start()
    await desk.opened('公园.txt')
    expect(await desk.ask('openSamples', null)).toMatchObject({ samples: true })
    await desk.opened('sample.txt')
    expect((await desk.rows()).length).toBe(1)
    expect(await readdir(desk.samples)).toEqual(['sample.txt'])
    await desk.ask('openFolder', { path: desk.folder })
    await desk.restart({ folder: null })
    expect((await desk.ask('hello', null)).folder).toMatchObject({ path: desk.folder })
  })
})

describe('a review', () => {
  it('pins its base first, is told to every window, and changes its row', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.start()
    const opened = await desk.opened('江桥.txt')
    const kept = opened.draft.blocks.find(({ fate }) => fate === 'text')!
    const [record] = await desk.append(opened, { kind: 'decide', spans: [[kept.start, kept.end]], fate: 'removed' })
    expect(record).toMatchObject({ seq: 2, client: 'window', op: { kind: 'decide' } })
    const again = await desk.opened('江桥.txt')
    expect(again.records.map(({ op, client }) => [op.kind, client])).toEqual([
      ['base', 'host'],
      ['decide', 'window'],
    ])
    expect(again.draft).toEqual(opened.draft)
    expect(again.findingsAt).toBe(2)
    expect(again.row.removed).toBe(opened.row.removed + 1)
    expect(desk.news.filter(({ kind }) => kind === 'records')).toEqual([{ kind: 'records', records: again.records }])
    expect(desk.news.findLast((news) => news.kind === 'findings')).toMatchObject({ version: opened.row.version, at: 2 })
    expect((await desk.ask('records', { after: 0, limit: 10 })).records).toEqual(again.records)
  })

  it('answers an operation sent again with its record, and keeps it once', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await desk.opened('公园.txt')
    const entry = desk.entry(opened, { kind: 'reject', reason: '重复' })
    const answers = await Promise.all([1, 2, 3].map(() => desk.ask('append', { client: 'window', entries: [entry] })))
    expect(new Set(answers.map(({ records }) => JSON.stringify(records))).size).toBe(1)
    expect((await desk.opened('公园.txt')).records.length).toBe(2)
  })

  it('refuses what may not join it, and then writes none of the entries', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await desk.opened('公园.txt')
    const good = desk.entry(opened, { kind: 'meta', story: 0, set: { title: '步道' } })
    const bad = desk.entry(opened, { kind: 'decide', spans: [[0, 1]], fate: 'removed' })
    const failure = await desk.refusal('append', { client: 'window', entries: [good, bad] })
    expect(failure.code).toBe('refused-together')
    expect(await desk.refusal('append', { client: 'window', entries: [bad] })).toMatchObject({ code: 'refused' })
    const base = desk.entry(opened, { kind: 'base', engine: 'x', draft: { ...opened.draft } })
    expect(await desk.refusal('append', { client: 'window', entries: [base] })).toMatchObject({ code: 'refused' })
    const unknown = { ...good, version: 'f'.repeat(64) }
    expect(await desk.refusal('append', { client: 'window', entries: [unknown] })).toMatchObject({
      code: 'unknown-version',
    })
    expect((await desk.ask('hello', null)).journal.seq).toBe(0)
  })

  it('is approved only with no open flag, and for the text that stands', async () => {
    await desk.put('数.txt', `${PARK}樱树约30余株。\n`)
    await desk.start()
    const opened = await desk.opened('数.txt')
    expect(opened.findings.length).toBeGreaterThan(0)
    const entries = [desk.entry(opened, approve(review(opened)))]
    expect((await desk.refusal('append', { client: 'window', entries })).en).toContain('still open')
    await desk.append(opened, ...settling(opened))
    const settled = await desk.opened('数.txt')
    const false_ = approve(review(settled)).stories.map((story) => ({ ...story, sha256: '0'.repeat(64) }))
    const wrong = [desk.entry(settled, { kind: 'approve', stories: false_ })]
    expect((await desk.refusal('append', { client: 'window', entries: wrong })).code).toBe('refused')
    await desk.append(settled, approve(review(settled)))
    await eventually(async () => (await desk.row('数.txt'))?.status).toBe('approved')
    const late = [desk.entry(settled, { kind: 'meta', story: 0, set: { title: '晚' } })]
    expect((await desk.refusal('append', { client: 'window', entries: late })).en).toContain('reopen')
  })

  it('is there after a restart, with and without what was remembered of the folder', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.put('公园.txt', PARK)
    await desk.start()
    const before = await approved('江桥.txt')
    await desk.opened('公园.txt')
    await desk.restart()
    expect((await desk.rows()).map(({ status }) => status).sort()).toEqual(['approved', 'open'])
    expect(await desk.opened('江桥.txt')).toEqual(before)
    await desk.stop()
    await rm(join(desk.data, 'folders'), { recursive: true })
    await desk.start()
    const { row, ...rest } = await desk.opened('江桥.txt')
    const { row: rowBefore, ...restBefore } = before
    expect(rest).toEqual(restBefore)
    expect(row).toEqual({ ...rowBefore, received: row.received })
  })

  it('starts anew when it is decoded otherwise', async () => {
    // In GB18030, and read as Big5 at first: a person says which.
    const bytes = Buffer.from('b9abd4b0cceddf2b0a0ab9abd4b0', 'hex')
    await desk.put('码.txt', bytes)
    await desk.start()
    const opened = await desk.opened('码.txt')
    await desk.append(opened, { kind: 'meta', story: 0, set: { title: '旧' } })
    const again = await desk.ask('redecode', { id: opened.row.id, encoding: 'Big5', by: '林' })
    expect(again.draft.encoding).toBe('Big5')
    expect(again.row).toMatchObject({ encoding: 'Big5', version: opened.row.version })
    expect(again.records.map(({ op }) => op.kind)).toEqual(['base', 'meta', 'base'])
    await desk.restart()
    expect((await desk.opened('码.txt')).draft).toEqual(again.draft)
    expect(await desk.refusal('redecode', { id: opened.row.id, encoding: 'EBCDIC', by: '' })).toMatchObject({
      code: 'no-encoding',
    })
  })
})

describe('another encoding', () => {
  it('for a record, its whole file is read again', async () => {
    // Written in Big5, and told as GB18030 until a person says so.
    const title = Buffer.from('a5c1a5cda45fa56ca4a3a6b8', 'hex')
    const body = Buffer.concat([
      Buffer.from('{"title":"'),
      title,
      Buffer.from('","content":"'),
      title,
      title,
      Buffer.from('"}\n'),
    ])
    await desk.put('批.jsonl', Buffer.concat([body, body]))
    await desk.start()
    await eventually(async () => (await desk.rows()).map(({ record }) => record)).toEqual([1, 2])
    await eventually(async () => (await desk.rows()).filter(({ status }) => status === 'waiting').length).toBe(0)
    const [first] = await desk.rows()
    const before = first!.encoding
    const other = before === 'Big5' ? 'GB18030' : 'Big5'
    const opened = await desk.ask('redecode', { id: first!.id, encoding: other, by: '林' })
    expect(opened.row).toMatchObject({ id: first!.id, encoding: other })
    expect(opened.row.version).not.toBe(first!.version)
    expect((await desk.rows()).map(({ encoding }) => encoding)).toEqual([other, other])
    await desk.restart()
    await eventually(async () => (await desk.ask('hello', null)).folder?.analysed).toBe(1)
    expect((await desk.rows()).map(({ encoding }) => encoding)).toEqual([other, other])
  })
})

describe('a file that does not stay as it was', () => {
  it('changed after a review it is a new version, which supersedes; changed back, the review is there again', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await approved('公园.txt')
    await desk.put('公园.txt', PARK.replace('樱树', '桂树'))
    await eventually(async () => (await desk.row('公园.txt'))?.version).not.toBe(opened.row.version)
    const changed = await desk.opened('公园.txt')
    expect(changed.row).toMatchObject({ status: 'open', supersedes: opened.row.version })
    expect(changed.records).toEqual([])
    // What the window still had on its way for the version before is kept too.
    await desk.append(opened, { kind: 'reopen' })
    await desk.put('公园.txt', PARK)
    await eventually(async () => (await desk.row('公园.txt'))?.version).toBe(opened.row.version)
    const back = await desk.opened('公园.txt')
    expect(back.row.supersedes).toBe(null)
    expect(back.records.at(-1)?.op.kind).toBe('reopen')
  })

  it('of records: a review follows its record, and stays where the record is gone', async () => {
    const line = (title: string) => `${JSON.stringify({ title, content: PARK })}\n`
    await desk.put('批.jsonl', line('甲') + line('乙') + line('丙'))
    await desk.start()
    await eventually(async () => (await desk.rows()).map(({ status }) => status)).toEqual(['open', 'open', 'open'])
    for (const { id } of await desk.rows()) {
      const opened = await desk.ask('document', { id })
      if (opened.row.record !== 2) await desk.append(opened, { kind: 'reject', reason: String(opened.row.record) })
    }
    // The first moves down, the second and the third leave.
    await desk.put('批.jsonl', line('丁') + line('甲'))
    const told = async () => (await desk.rows()).map(({ record, status, missing }) => [record, status, missing]).sort()
    const expected = [
      [1, 'open', false],
      [2, 'rejected', false],
      [3, 'rejected', true],
    ]
    await eventually(told).toEqual(expected)
    await desk.restart()
    await eventually(async () => (await desk.ask('hello', null)).folder?.analysed).toBe(1)
    expect(await told()).toEqual(expected)
  })

  it('gone, its row stays where it was worked on, and opens', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.put('公园.txt', PARK)
    await desk.start()
    await approved('江桥.txt')
    await desk.opened('公园.txt')
    await rm(join(desk.folder, '江桥.txt'))
    await rm(join(desk.folder, '公园.txt'))
    await eventually(async () => (await desk.rows()).map(({ missing }) => missing)).toEqual([true])
    await desk.restart()
    await eventually(async () => (await desk.row('江桥.txt'))?.missing).toBe(true)
    expect((await desk.opened('江桥.txt')).draft.text).toBe(BRIDGE)
    expect(await desk.refusal('retry', { id: (await desk.row('江桥.txt'))!.id })).toMatchObject({ code: 'file-gone' })
    await desk.put('江桥.txt', BRIDGE)
    await eventually(async () => (await desk.row('江桥.txt'))?.missing).toBe(false)
  })

  it('gone while it is open, its row is there again once somebody works on it, and after a restart', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await desk.opened('公园.txt')
    await rm(join(desk.folder, '公园.txt'))
    await eventually(() => desk.rows()).toEqual([])
    for (const op of settling(opened)) await desk.append(opened, op)
    await desk.append(opened, approve(review(opened)))
    const told = async () => (await desk.rows()).map(({ path, status, missing }) => [path, status, missing])
    await eventually(told).toEqual([['公园.txt', 'approved', true]])
    expect((await desk.opened('公园.txt')).draft.text).toBe(PARK)
    await desk.restart()
    await eventually(told).toEqual([['公园.txt', 'approved', true]])
  })

  it('changed while it is open, what is done on the version before is not lost: the row asks', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await desk.opened('公园.txt')
    await desk.put('公园.txt', PARK.replace('樱树', '桂树'))
    await eventually(async () => (await desk.row('公园.txt'))?.version).not.toBe(opened.row.version)
    expect((await desk.row('公园.txt'))?.supersedes).toBe(null)
    await desk.append(opened, { kind: 'reject', reason: '再看' })
    await eventually(async () => (await desk.row('公园.txt'))?.supersedes).toBe(opened.row.version)
    await desk.restart()
    await eventually(async () => (await desk.row('公园.txt'))?.supersedes).toBe(opened.row.version)
  })

  it('moved, it stays one row with its review', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.start()
    await approved('江桥.txt')
    await rename(join(desk.folder, '江桥.txt'), join(desk.folder, '改名.txt'))
    const told = async () => (await desk.rows()).map(({ path, status, missing }) => [path, status, missing])
    await eventually(told).toEqual([['改名.txt', 'approved', false]])
  })

  it('its folder gone, all rows stay', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    await desk.opened('公园.txt')
    await rename(desk.folder, `${desk.folder}.away`)
    await eventually(async () => (await desk.ask('hello', null)).folder?.state).toBe('gone')
    expect(await desk.row('公园.txt')).toMatchObject({ status: 'open', missing: false })
    await desk.restart()
    expect(await desk.row('公园.txt')).toMatchObject({ status: 'open', missing: false })
    await rename(`${desk.folder}.away`, desk.folder)
    await eventually(async () => (await desk.ask('hello', null)).folder?.state).toBe('watching')
  })
})

describe('the data folder', () => {
  it('a second host on it reads, and says why it cannot write', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await approved('公园.txt')
    const about = { host: 'loopback', version: '0', locale: 'en', platform: 'linux', samples: desk.samples } as const
    const worker = new URL('./analysis/built-worker.testing.mjs', import.meta.url)
    const second = await createDesk({ ...about, data: desk.data, folder: desk.folder, worker })
    const hello = await second.request('hello', null)
    expect(hello).toMatchObject({ ok: true, value: { storage: { mode: 'read-only', cause: 'locked' } } })
    const entries = [desk.entry(opened, { kind: 'reopen' })]
    expect(await second.request('append', { client: 'w', entries })).toMatchObject({
      ok: false,
      failure: { code: 'read-only-locked' },
    })
    expect(await second.request('records', { after: 0, limit: 100 })).toMatchObject({
      ok: true,
      value: { records: opened.records },
    })
    await second.close()
    await desk.append(opened, { kind: 'reopen' })
  })

  it('on a disk that fills up: the operation is refused, it says so, and what was saved is there', async () => {
    await desk.put('公园.txt', PARK)
    let isFull = false
    const open: Disk['open'] = async (path, flags) => {
      const file = await systemDisk.open(path, flags)
      const write: DiskFile['write'] = (bytes, position) =>
        isFull ? Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' })) : file.write(bytes, position)
      return Object.assign(Object.create(file) as DiskFile, {
        write,
        read: file.read.bind(file),
        datasync: file.datasync.bind(file),
        truncate: file.truncate.bind(file),
        size: file.size.bind(file),
        close: file.close.bind(file),
      })
    }
    await desk.start({ disk: { ...systemDisk, open } })
    const opened = await desk.opened('公园.txt')
    await desk.append(opened, { kind: 'meta', story: 0, set: { title: '步道' } })
    isFull = true
    const entries = [desk.entry(opened, { kind: 'meta', story: 0, set: { title: '樱' } })]
    expect(await desk.refusal('append', { client: 'w', entries })).toMatchObject({ code: 'read-only-full' })
    isFull = false
    expect(await desk.refusal('append', { client: 'w', entries })).toMatchObject({ code: 'read-only-full' })
    expect(desk.news.filter(({ kind }) => kind === 'storage')).toMatchObject([{ storage: { cause: 'full' } }])
    await desk.restart()
    expect((await desk.opened('公园.txt')).records.map(({ op }) => op.kind)).toEqual(['base', 'meta'])
  })

  it('below the folder that is open, it is no inbox', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start({ data: join(desk.folder, 'data') })
    await desk.opened('公园.txt')
    expect((await desk.rows()).length).toBe(1)
  })
})

describe('an export', () => {
  it('writes what is approved, and says what was left out', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.put('公园.txt', PARK)
    await desk.put('空.txt', '')
    await desk.start()
    await approved('江桥.txt')
    await desk.opened('公园.txt')
    for (const form of ['folder', 'zip'] as const) {
      const { id } = await desk.ask('export', { form, destination: null, by: '林' })
      const state = () => desk.news.findLast((news) => news.kind === 'export' && news.state.id === id)
      await eventually(state).toMatchObject({ state: { phase: 'done', written: 1, left: { open: 1, failed: 1 } } })
    }
    const names = (await readdir(join(desk.data, 'exports'))).sort()
    expect(names).toEqual([
      expect.stringMatching(/^qingyang-\d{8}-\d{6}$/),
      expect.stringMatching(/^qingyang-\d{8}-\d{6}\.zip$/),
    ])
    const bag = join(desk.data, 'exports', names[0]!)
    expect(await readFile(join(bag, 'data', 'articles.jsonl'), 'utf8')).toContain('江湾二桥今日通车')
  })

  it('fails with a sentence, leaving nothing, where nothing is approved or the place is taken', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    await desk.opened('公园.txt')
    const failed = async (destination: string) => {
      const { id } = await desk.ask('export', { form: 'folder', destination, by: '林' })
      const state = () => desk.news.findLast((news) => news.kind === 'export' && news.state.id === id)
      await eventually(state).toMatchObject({ state: { phase: 'failed' } })
      const news = state()
      return news?.kind === 'export' ? news.state.failure?.code : null
    }
    expect(await failed(join(desk.base, 'bag'))).toBe('nothing-approved')
    await mkdir(join(desk.base, 'taken'))
    expect(await failed(join(desk.base, 'taken'))).toBe('exists')
    expect((await readdir(desk.base)).sort()).toEqual(['data', 'samples', 'taken', '来稿'])
    expect(await desk.refusal('export', { form: 'zip', destination: 'bag.zip', by: '' })).toMatchObject({
      code: 'bad-destination',
    })
  })
})
