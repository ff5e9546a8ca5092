import { describe, expect, it } from 'vitest'
import type { Entry, JournalRecord } from '../../review/operation'
import { FaultyDisk } from './faulty-disk'
import { Journal } from './journal'
import { hashLine, NO_HASH } from './line'
import { JOURNAL } from './sealing'

const FOLDER = '/data/journal'
const FILE = `${FOLDER}/${JOURNAL}`
let entries = 0

function entry(opId = `op-${++entries}`, version = 'version-1'): Entry {
  return { opId, document: 'doc', version, op: { kind: 'dismiss', finding: `约 40\uFF0C${opId}` }, by: '林', ts: 1 }
}

function opened(disk: FaultyDisk, locked: string | null = null): Promise<Journal> {
  return Journal.open({ folder: FOLDER, disk, locked, now: () => Date.UTC(2026, 10, 23) })
}

/** A journal of `count` records, closed; where each of its lines begins. */
async function written(
  count: number,
): Promise<{ disk: FaultyDisk; records: JournalRecord[]; bytes: Buffer; starts: number[] }> {
  const disk = new FaultyDisk()
  const journal = await opened(disk)
  const records: JournalRecord[] = []
  for (let n = 0; n < count; n++) records.push(...(await journal.append('window', [entry()])))
  await journal.close()
  const bytes = disk.contents(FILE)
  const starts = [0]
  for (let at = bytes.indexOf(10); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(10, at + 1)) starts.push(at + 1)
  return { disk, records, bytes, starts }
}

/** The same journal file alone on a new disk. */
function alone(bytes: Uint8Array): FaultyDisk {
  const disk = new FaultyDisk()
  disk.put(FILE, bytes)
  return disk
}

const opIds = (records: readonly JournalRecord[]) => records.map(({ opId }) => opId)

describe('a journal', () => {
  it('numbers records and chains each to the line before', async () => {
    const { disk, records, bytes } = await written(3)
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3])
    const lines = bytes.toString().split('\n').slice(1, -1)
    expect(records.map(({ prevHash }) => prevHash)).toEqual([
      NO_HASH,
      hashLine(Buffer.from(lines[0] ?? '')),
      hashLine(Buffer.from(lines[1] ?? '')),
    ])
    const journal = await opened(disk)
    expect(journal.head.seq).toBe(3)
    expect(journal.head.hash).toBe(hashLine(Buffer.from(lines[2] ?? '')))
    expect(journal.notices).toEqual([])
    expect(await journal.after(0, 10)).toEqual(records)
    expect(await journal.after(1, 1)).toEqual(records.slice(1, 2))
  })

  it('answers an operation that is there with its record, also while it is being written', async () => {
    const journal = await opened(new FaultyDisk())
    const one = entry()
    const [first, second] = await Promise.all([journal.append('a', [one]), journal.append('b', [one, entry()])])
    expect(second[0]).toEqual(first[0])
    expect(await journal.append('c', [one])).toEqual(first)
    expect(journal.head.seq).toBe(2)
  })

  it('groups what is appended at once into one write and one sync', async () => {
    const disk = new FaultyDisk()
    const journal = await opened(disk)
    const before = disk.operations
    const answers = await Promise.all(Array.from({ length: 50 }, () => journal.append('window', [entry(), entry()])))
    expect(disk.operations - before).toBe(2)
    expect(answers.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
  })

  it('gives the records of one version', async () => {
    const journal = await opened(new FaultyDisk())
    await journal.append('window', [entry('a', 'v1'), entry('b', 'v2'), entry('c', 'v1')])
    expect(opIds(await journal.ofVersion('v1'))).toEqual(['a', 'c'])
    expect(journal.lastOf('v1')).toBe(3)
    expect(journal.lastOf('v3')).toBe(0)
  })

  it('gives records in portions that are not too heavy', async () => {
    const journal = await opened(new FaultyDisk())
    const reason = '重'.repeat(2 * 1024 * 1024)
    for (const opId of ['a', 'b', 'c', 'd']) {
      await journal.append('window', [{ ...entry(opId), op: { kind: 'reject', reason } }])
    }
    expect(opIds(await journal.after(0, 10))).toEqual(['a', 'b'])
    expect(opIds(await journal.after(2, 10))).toEqual(['c', 'd'])
    expect(await journal.after(4, 10)).toEqual([])
    expect(opIds(await journal.after(0, 1))).toEqual(['a'])
  })

  it('keeps any text as it is', async () => {
    const disk = new FaultyDisk()
    const text = 'a\u2028b\n"\\\uD800 \u0000 😀'
    const journal = await opened(disk)
    await journal.append('window', [{ ...entry('x'), op: { kind: 'reject', reason: text } }])
    const again = await opened(disk)
    expect((await again.after(0, 1))[0]?.op).toEqual({ kind: 'reject', reason: text })
  })
})

describe('what a crash leaves', () => {
  it('cut at every byte of the last three records, all whole records are there and new ones follow', async () => {
    const { records, bytes, starts } = await written(6)
    for (let size = starts[4] ?? 0; size <= bytes.length; size++) {
      const disk = alone(bytes.subarray(0, size))
      const whole = starts.filter((start, line) => line > 0 && (starts[line + 1] ?? bytes.length) - 1 <= size).length
      const journal = await opened(disk)
      expect(opIds(await journal.after(0, 10))).toEqual(opIds(records.slice(0, whole)))
      const torn = size > (starts[whole + 1] ?? bytes.length)
      expect(journal.notices.map(({ code }) => code)).toEqual(torn ? ['torn-tail'] : [])
      if (torn)
        expect(disk.contents(`${FOLDER}/journal.torn-20261123T000000000Z`)).toEqual(
          bytes.subarray(starts[whole + 1], size),
        )
      await journal.append('window', [entry('next')])
      const again = await opened(disk)
      expect(again.notices).toEqual([])
      expect(opIds(await again.after(0, 10))).toEqual([...opIds(records.slice(0, whole)), 'next'])
    }
  })

  it('a flipped byte anywhere in a record in the middle costs that record and no other', async () => {
    const { records, bytes, starts } = await written(4)
    for (let at = starts[2] ?? 0; at < (starts[3] ?? 0) - 1; at++) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      const disk = alone(damaged)
      const journal = await opened(disk)
      expect(opIds(await journal.after(0, 10))).toEqual(opIds(records.filter(({ seq }) => seq !== 2)))
      expect(journal.notices.map(({ code }) => code)).toContain('bad-record')
      expect(disk.contents(`${FOLDER}/journal.bad-2`).length).toBeGreaterThan(0)
      expect(journal.storage.mode).toBe('ok')
      expect((await journal.append('window', [entry()]))[0]?.seq).toBe(5)
      expect((await opened(disk)).notices).toEqual([])
    }
  })

  it('a lost line break costs the two records it parted', async () => {
    const { records, bytes, starts } = await written(5)
    const damaged = Buffer.from(bytes)
    damaged[(starts[3] ?? 0) - 1] = 0x20
    const journal = await opened(alone(damaged))
    expect(opIds(await journal.after(0, 10))).toEqual(opIds(records.filter(({ seq }) => seq !== 2 && seq !== 3)))
    expect(journal.notices.map(({ code }) => code)).toEqual(['bad-record', 'bad-record'])
    expect((await journal.append('window', [entry()]))[0]?.seq).toBe(6)
  })

  it('a removed line and an exchanged one are told', async () => {
    const { bytes, starts } = await written(5)
    const removed = Buffer.concat([bytes.subarray(0, starts[2]), bytes.subarray(starts[3])])
    expect((await opened(alone(removed))).notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('Records 2 to 2 are missing'),
    ])
    const other = await written(5)
    const exchanged = Buffer.concat([
      bytes.subarray(0, starts[2]),
      other.bytes.subarray(other.starts[2], other.starts[3]),
      bytes.subarray(starts[3]),
    ])
    const messages = (await opened(alone(exchanged))).notices.map(({ message }) => message)
    expect(messages).toEqual([
      expect.stringContaining('Record 2 does not continue'),
      expect.stringContaining('Record 3 does not continue'),
    ])
  })

  it('what was not synced is forgotten by a power cut, what was acknowledged is not; without syncing it would be', async () => {
    expect(await lostByPowerCut(true)).toEqual([])
    expect((await lostByPowerCut(false)).length).toBeGreaterThan(0)
  })
})

/** Acknowledged operations that are gone after a power cut, whatever part of the un-synced bytes arrived. */
async function lostByPowerCut(syncs: boolean): Promise<string[]> {
  const lost: string[] = []
  for (let part = 0; part <= 10; part++) {
    const disk = new FaultyDisk()
    await (await opened(disk)).close()
    disk.syncs = syncs
    const journal = await opened(disk)
    const acknowledged = opIds((await Promise.all([1, 2, 3].map(() => journal.append('window', [entry()])))).flat())
    // The next group is written but its sync never comes.
    disk.fault = (operation) => (operation === 'datasync' ? { code: 'EIO' } : null)
    await journal.append('window', [entry()]).catch(() => undefined)
    disk.fault = () => null
    disk.cut((unsynced) => Math.floor((unsynced * part) / 10))
    const there = new Set(opIds(await (await opened(disk)).after(0, 100)))
    lost.push(...acknowledged.filter((opId) => !there.has(opId)))
  }
  return lost
}

describe('a disk that fails', () => {
  for (const code of ['ENOSPC', 'EIO'] as const) {
    it(`${code} at any operation never leads to a false acknowledgement, and closes the journal for good`, async () => {
      const total = await run(new FaultyDisk(), Infinity, code)
      expect(total.acknowledged.length).toBe(30)
      for (let at = 1; at <= total.operations; at++) {
        const disk = new FaultyDisk()
        const { acknowledged, afterFailure, storage } = await run(disk, at, code)
        if (afterFailure !== null)
          expect(storage).toMatchObject({ mode: 'read-only', cause: code === 'EIO' ? 'io' : 'full' })
        expect(afterFailure ?? 0).toBe(0)
        disk.fault = () => null
        disk.cut((unsynced) => unsynced)
        const there = new Set(opIds(await (await opened(disk)).after(0, 1000)))
        expect(acknowledged.filter((opId) => !there.has(opId))).toEqual([])
      }
    })
  }

  it('a write that fails half way leaves a torn tail that the next start cuts off', async () => {
    const disk = new FaultyDisk()
    const journal = await opened(disk)
    const [kept] = await journal.append('window', [entry()])
    disk.fault = (operation) => (operation === 'write' ? { code: 'ENOSPC', partial: 40 } : null)
    await expect(journal.append('window', [entry()])).rejects.toMatchObject({ failure: { code: 'read-only-full' } })
    disk.fault = () => null
    await expect(journal.append('window', [entry()])).rejects.toMatchObject({ failure: { code: 'read-only-full' } })
    const again = await opened(disk)
    expect(again.notices.map(({ code }) => code)).toEqual(['torn-tail'])
    expect(await again.after(0, 10)).toEqual([kept])
  })

  it('what could not be synced is acknowledged by the next process only once it is on the disk', async () => {
    const disk = new FaultyDisk()
    await (await opened(disk)).close()
    const journal = await opened(disk)
    const one = entry()
    disk.fault = (operation) => (operation === 'datasync' ? { code: 'EIO' } : null)
    await expect(journal.append('window', [one])).rejects.toMatchObject({ failure: { code: 'read-only-io' } })
    disk.fault = () => null
    // The system still shows the line, and would never write it: it takes it for written.
    const again = await opened(disk)
    const [acknowledged] = await again.append('window', [one])
    disk.cut()
    expect(await (await opened(disk)).after(0, 10)).toEqual([acknowledged])
  })

  it('tells its state once', async () => {
    const disk = new FaultyDisk()
    const journal = await opened(disk)
    const told: unknown[] = []
    journal.onStorage((state) => told.push(state.cause))
    disk.fault = () => ({ code: 'EIO' })
    await Promise.allSettled([journal.append('window', [entry()]), journal.append('window', [entry()])])
    await journal.append('window', [entry()]).catch(() => undefined)
    expect(told).toEqual(['io'])
  })
})

/** Appends 30 records one by one, the operation number `at` and all after it failing. */
async function run(disk: FaultyDisk, at: number, code: string) {
  disk.fault = (_, count) => (count >= at ? { code } : null)
  const journal = await opened(disk)
  const acknowledged: string[] = []
  let afterFailure: number | null = null
  for (let n = 0; n < 30; n++) {
    try {
      acknowledged.push(...opIds(await journal.append('window', [entry()])))
      if (afterFailure !== null) afterFailure++
    } catch {
      afterFailure ??= 0
      // The disk is well again; what failed once is not believed all the same.
      disk.fault = () => null
    }
  }
  await journal.close().catch(() => undefined)
  return { acknowledged, afterFailure, storage: journal.storage, operations: disk.operations }
}
