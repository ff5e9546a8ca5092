import { describe, expect, it } from 'vitest'
import { FaultyDisk } from './faulty-disk'
import { entry, opened, opIds } from './journal.testing'

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
