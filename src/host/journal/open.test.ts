import { describe, expect, it } from 'vitest'
import type { Entry } from '../../review/operation'
import { keptOf } from './copies'
import { FaultyDisk } from './faulty-disk'
import { Journal } from './journal'
import { encodeLine, NO_HASH } from './line'
import { COPIES, HEAD, JOURNAL } from './sealing'

const FOLDER = '/data/journal'
const FILE = `${FOLDER}/${JOURNAL}`
const op = { kind: 'reopen' } as const
let day = 0

function entry(opId: string): Entry {
  return { opId, document: 'doc', version: 'v', op, by: '林', ts: 1 }
}

function opened(disk: FaultyDisk, locked: string | null = null): Promise<Journal> {
  return Journal.open({ folder: FOLDER, disk, locked, now: () => Date.UTC(2026, 0, 1 + day) })
}

async function session(disk: FaultyDisk, ...opIds: string[]): Promise<Journal> {
  const journal = await opened(disk)
  for (const opId of opIds) await journal.append('window', [entry(opId)])
  await journal.close()
  return journal
}

const codes = (journal: Journal) => journal.notices.map(({ code }) => code)
const opIds = async (journal: Journal) => (await journal.after(0, 1000)).map(({ opId }) => opId)

describe('opening a journal', () => {
  it('a journal that is shorter than its head file says was rolled back', async () => {
    const disk = new FaultyDisk()
    await session(disk, 'a')
    const short = disk.contents(FILE)
    await session(disk, 'b', 'c')
    disk.put(FILE, short)
    const journal = await opened(disk)
    expect(codes(journal)).toEqual(['rolled-back'])
    expect(journal.storage.mode).toBe('ok')
  })

  it('a journal that reads otherwise where its head file stands was rolled back', async () => {
    const disk = new FaultyDisk()
    await session(disk, 'a')
    const short = disk.contents(FILE)
    await session(disk, 'b')
    const head = disk.contents(`${FOLDER}/${HEAD}`)
    disk.put(FILE, short)
    await session(disk, 'x')
    disk.put(`${FOLDER}/${HEAD}`, head)
    expect(codes(await opened(disk))).toEqual(['rolled-back'])
  })

  it('another journal in its place is told and used', async () => {
    const [disk, other] = [new FaultyDisk(), new FaultyDisk()]
    await session(disk, 'a')
    await session(other, 'b')
    disk.put(FILE, other.contents(FILE))
    const journal = await opened(disk)
    expect(codes(journal)).toEqual(['foreign'])
    expect(await opIds(journal)).toEqual(['b'])
  })

  it('a file that is no journal is kept under another name', async () => {
    const disk = new FaultyDisk()
    disk.put(FILE, Buffer.from('贷款清单\n1,2\n'))
    const journal = await opened(disk)
    expect(codes(journal)).toEqual(['foreign'])
    expect(disk.contents(`${FOLDER}/journal.foreign-20260101T000000000Z`).toString()).toContain('贷款')
    await journal.append('window', [entry('a')])
    expect(await opIds(journal)).toEqual(['a'])
  })

  it('a journal that is gone is restored from its newest copy', async () => {
    const disk = new FaultyDisk()
    const { head } = await session(disk, 'a', 'b')
    await disk.remove(FILE)
    const journal = await opened(disk)
    expect(codes(journal)).toEqual(['rolled-back'])
    expect(journal.head).toEqual(head)
    await session(disk, 'c')
    expect(await opIds(await opened(disk))).toEqual(['a', 'b', 'c'])
  })

  it('a damaged header costs no record and no name', async () => {
    const disk = new FaultyDisk()
    const { head } = await session(disk, 'a', 'b')
    const damaged = disk.contents(FILE)
    damaged[5] = 0
    disk.put(FILE, damaged)
    const journal = await opened(disk)
    expect(codes(journal)).toEqual(['bad-record'])
    expect(journal.head).toEqual(head)
    expect(await opIds(journal)).toEqual(['a', 'b'])
  })

  it('records of a newer app are left alone: it shows what it knows and writes nothing', async () => {
    for (const newer of [{ v: 2 }, { op: { kind: 'not-yet-known' } }]) {
      const disk = new FaultyDisk()
      await session(disk, 'a')
      const record = { v: 1, seq: 2, client: 'w', ...entry('b'), prevHash: NO_HASH, ...newer }
      disk.put(FILE, Buffer.concat([disk.contents(FILE), encodeLine(record as never), Buffer.from('\n')]))
      const before = disk.contents(FILE)
      const journal = await opened(disk)
      expect(codes(journal)).toEqual(['future'])
      expect(journal.storage).toMatchObject({ mode: 'read-only', cause: null })
      expect(await opIds(journal)).toEqual(['a'])
      await expect(journal.append('window', [entry('c')])).rejects.toThrow('newer')
      await journal.close()
      expect(disk.contents(FILE)).toEqual(before)
    }
  })

  it('while another host writes it reads and changes nothing', async () => {
    const disk = new FaultyDisk()
    await session(disk, 'a')
    disk.put(FILE, Buffer.concat([disk.contents(FILE), Buffer.from('{"v":1,"se')]))
    const { operations } = disk
    const journal = await opened(disk, '另一个窗口 / Another window')
    expect(await opIds(journal)).toEqual(['a'])
    expect(journal.storage.cause).toBe('locked')
    await expect(journal.append('window', [entry('b')])).rejects.toMatchObject({
      failure: { code: 'read-only-locked' },
    })
    await journal.close()
    expect(disk.operations).toBe(operations)
  })

  it('writes nothing once another host has taken the journal over', async () => {
    let mine = true
    const disk = new FaultyDisk()
    const still = () => Promise.resolve(mine)
    const journal = await Journal.open({ folder: FOLDER, disk, locked: null, now: () => 0, still })
    await journal.append('window', [entry('a')])
    mine = false
    const { operations } = disk
    await expect(journal.append('window', [entry('b')])).rejects.toMatchObject({
      failure: { code: 'read-only-locked' },
    })
    expect(disk.operations).toBe(operations)
  })
})

describe('copies of a journal', () => {
  it('seals every 1,000 records', async () => {
    const disk = new FaultyDisk()
    const journal = await opened(disk)
    for (let n = 0; n < 10; n++)
      await journal.append(
        'window',
        Array.from({ length: 100 }, (_, m) => entry(`${n}-${m}`)),
      )
    await expect.poll(() => disk.list(`${FOLDER}/${COPIES}`)).toHaveLength(1)
    expect(JSON.parse(disk.contents(`${FOLDER}/${HEAD}`).toString())).toMatchObject({ ...journal.head, seq: 1000 })
  })

  it('keeps the last five and the last of each of seven days', async () => {
    const disk = new FaultyDisk()
    for (day = 0; day < 20; day++) await session(disk, `day ${day}`)
    expect(await disk.list(`${FOLDER}/${COPIES}`)).toHaveLength(7)
    day = 0
    const names = Array.from(
      { length: 30 },
      (_, n) => `journal-202601${String(1 + Math.floor(n / 3)).padStart(2, '0')}T0${n % 3}0000000Z.ndjson`,
    )
    const kept = [...keptOf(names)].map((name) => name.slice(14, 19)).sort()
    expect(kept).toEqual(['04T02', '05T02', '06T02', '07T02', '08T02', '09T01', '09T02', '10T00', '10T01', '10T02'])
  })
})
