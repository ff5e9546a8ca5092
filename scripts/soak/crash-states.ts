import type { Entry } from '../../src/review/operation'
import { FaultyDisk } from '../../src/host/journal/faulty-disk'
import { Journal } from '../../src/host/journal/journal'
import { JOURNAL } from '../../src/host/journal/sealing'
import { chance } from '../fuzz/mutate.mjs'
import type { Claim } from './outcome'

const FOLDER = '/data/journal'
let made = 0

function entry(): Entry {
  const op = { kind: 'reject', reason: '图表与正文不符'.repeat(1 + (made % 9)) } as const
  return { opId: `op-${++made}`, document: 'doc', version: 'v', op, by: '林', ts: made }
}

const opened = (disk: FaultyDisk): Promise<Journal> =>
  Journal.open({ folder: FOLDER, disk, locked: null, now: () => 0 })

async function missing(disk: FaultyDisk, acknowledged: readonly string[]): Promise<number> {
  const journal = await opened(disk)
  return acknowledged.filter((opId) => !journal.has(opId)).length
}

/**
 * One life of a journal: groups of records, some acknowledged, then the power goes while more are on their way, and of the
 * un-synced bytes any part arrives. Answers how many acknowledged records are gone afterwards.
 */
async function cutLife(pick: (limit: number) => number, syncs: boolean): Promise<number> {
  const disk = new FaultyDisk()
  await (await opened(disk)).close()
  disk.syncs = syncs
  const acknowledged: string[] = []
  for (let life = 1 + pick(3); life > 0; life--) {
    const journal = await opened(disk)
    const stop = disk.operations + 1 + pick(24)
    disk.fault = (_, count) => (count >= stop ? { code: 'EIO' } : null)
    for (let group = pick(6); group >= 0; group--) {
      const appends = Array.from({ length: 1 + pick(3) }, () => journal.append('w', [entry(), entry()]))
      for (const one of await Promise.allSettled(appends))
        if (one.status === 'fulfilled') acknowledged.push(...one.value.map(({ opId }) => opId))
    }
    if (pick(3) === 0) await journal.close().catch(() => undefined)
    disk.fault = () => null
    const part = pick(101)
    disk.cut((unsynced) => Math.floor((unsynced * part) / 100))
  }
  return missing(disk, acknowledged)
}

/** Every cut of the file of a journal whose records up to `synced` were acknowledged: what was written later may be gone. */
async function cutAtEveryByte(limit: number): Promise<{ states: number; lost: number }> {
  const disk = new FaultyDisk()
  const journal = await opened(disk)
  const ends: { size: number; opId: string }[] = []
  while (disk.contents(`${FOLDER}/${JOURNAL}`).length < limit) {
    const [record] = await journal.append('w', [entry()])
    ends.push({ size: disk.contents(`${FOLDER}/${JOURNAL}`).length, opId: record!.opId })
  }
  const bytes = disk.contents(`${FOLDER}/${JOURNAL}`)
  let lost = 0
  for (let size = 0; size <= bytes.length; size++) {
    const cut = new FaultyDisk()
    cut.put(`${FOLDER}/${JOURNAL}`, bytes.subarray(0, size))
    lost += await missing(
      cut,
      ends.filter((one) => one.size <= size).map(({ opId }) => opId),
    )
  }
  return { states: bytes.length + 1, lost }
}

export const crashStates: Claim = {
  name: 'journal crash states',
  says: 'acknowledged records lost when the journal is cut at every byte, or un-synced writes are dropped, all or in part',
  on: 'a disk in memory that forgets what was not synced',
  control: 'syncing does nothing and says that it did',
  times: 10_000,
  async run(outcome, keep) {
    const pick = chance(20_261)
    const bytes = Math.min(5_000, outcome.of / 2)
    if (outcome.done === 0) {
      const { states, lost } = await cutAtEveryByte(bytes)
      outcome.done = states
      outcome.broken += lost
      outcome.figures['cut at every byte'] = states
    }
    for (; outcome.done < outcome.of; outcome.done++) {
      outcome.broken += await cutLife(pick, true)
      if (outcome.done % 1000 === 0) keep()
    }
    for (; outcome.control.done < Math.max(20, outcome.of / 20); outcome.control.done++)
      outcome.control.broken += (await cutLife(pick, false)) > 0 ? 1 : 0
  },
}
