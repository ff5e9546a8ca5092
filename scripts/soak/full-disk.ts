import type { Entry } from '../../src/review/operation'
import { FaultyDisk, type Operation } from '../../src/host/journal/faulty-disk'
import type { Disk } from '../../src/host/journal/disk'
import { Journal } from '../../src/host/journal/journal'
import type { Claim } from './outcome'

const FOLDER = '/data/journal'
const CODES = ['ENOSPC', 'EIO'] as const
let made = 0

function entry(): Entry {
  const op = { kind: 'dismiss', finding: `约 40\uFF0C${++made}` } as const
  return { opId: `op-${made}`, document: 'doc', version: 'v', op, by: '林', ts: made }
}

/** The control's disk: what fails is passed over, as by a program that does not look. */
function careless(disk: FaultyDisk): Disk {
  return {
    open: async (path, flags) => {
      const file = await disk.open(path, flags)
      return {
        read: (into, position) => file.read(into, position),
        write: (bytes, position) => file.write(bytes, position).catch(() => undefined),
        datasync: () => file.datasync().catch(() => undefined),
        truncate: (size) => file.truncate(size),
        size: () => file.size(),
        close: () => file.close(),
      }
    },
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    makeFolder: () => disk.makeFolder(),
    list: (folder) => disk.list(folder),
    syncFolder: (folder) => disk.syncFolder(folder),
    copy: (from, to) => disk.copy(from, to),
  }
}

interface Life {
  readonly operations: number
  /** acknowledged, and not there after the power was lost */
  readonly lost: number
  /** acknowledged after something had failed */
  readonly late: number
}

/** Forty appends, some at once; operation `at` fails with `code`, and all after it or that one alone. */
async function life(at: number, code: string, forever: boolean, wrap: (disk: FaultyDisk) => Disk): Promise<Life> {
  const disk = new FaultyDisk()
  let failed = false
  disk.fault = (operation: Operation, count) => {
    if (count < at || (failed && !forever)) return null
    failed = true
    return operation === 'write' && at % 2 === 0 ? { code, partial: at % 60 } : { code }
  }
  const open = (): Promise<Journal> =>
    Journal.open({ folder: FOLDER, disk: wrap(disk), locked: null, now: () => made * 60_000 })
  const journal = await open()
  const acknowledged: string[] = []
  let late = 0
  for (let round = 0; round < 20; round++) {
    const before = failed
    const both = await Promise.allSettled([journal.append('a', [entry()]), journal.append('b', [entry(), entry()])])
    for (const one of both) if (one.status === 'fulfilled') acknowledged.push(...one.value.map(({ opId }) => opId))
    if (before && journal.storage.mode !== 'ok') late += both.filter(({ status }) => status === 'fulfilled').length
  }
  const { operations } = disk
  await journal.close().catch(() => undefined)
  disk.fault = () => null
  disk.cut()
  const again = await open()
  return { operations, lost: acknowledged.filter((opId) => !again.has(opId)).length, late }
}

export const fullDisk: Claim = {
  name: 'a disk that fails',
  says: 'false "saved": acknowledged though ENOSPC or EIO met operation N (each N in turn, once or for good), and gone after a power cut',
  on: 'a disk in memory whose Nth operation fails, writes also half way',
  control: 'failed writes and syncs are passed over',
  times: 200,
  async run(outcome, keep) {
    const { operations } = await life(Infinity, 'EIO', true, (disk) => disk)
    outcome.figures['operations of a life'] = operations
    for (; outcome.done < outcome.of; outcome.done++) {
      const at = 1 + (Math.floor(outcome.done / 4) % operations)
      const { lost, late } = await life(at, CODES[outcome.done % 2] ?? 'EIO', outcome.done % 4 < 2, (disk) => disk)
      outcome.broken += lost + late
      if (outcome.done % 50 === 0) keep()
    }
    for (; outcome.control.done < Math.max(20, operations); outcome.control.done++)
      outcome.control.broken += (await life(1 + outcome.control.done, 'EIO', true, careless)).lost > 0 ? 1 : 0
  },
}
