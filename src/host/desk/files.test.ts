import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../../contract/contract'
import { approve } from '../../review/approval'
import { BRIDGE, DeskTrial, eventually, PARK, review, settling } from './desk.testing'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

const approved = (path: string): Promise<Opened> => desk.approved(path)

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
