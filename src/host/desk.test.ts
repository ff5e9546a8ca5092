import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../contract/contract'
import { approve } from '../review/approval'
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
