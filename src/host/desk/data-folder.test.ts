import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../../contract/contract'
import { createDesk } from '../desk'
import { systemDisk, type Disk, type DiskFile } from '../journal/disk'
import { DeskTrial, PARK } from './desk.testing'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

const approved = (path: string): Promise<Opened> => desk.approved(path)

describe('the data folder', () => {
  it('a second host on it reads, and says why it cannot write', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    const opened = await approved('公园.txt')
    const about = { host: 'loopback', version: '0', locale: 'en', platform: 'linux', samples: desk.samples } as const
    const worker = new URL('../analysis/built-worker.testing.mjs', import.meta.url)
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
