import { describe, expect, it } from 'vitest'
import { FaultyDisk } from './faulty-disk'
import { hashLine, NO_HASH } from './line'
import { alone, entry, FOLDER, opened, opIds, written } from './journal.testing'

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
