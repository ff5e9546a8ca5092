import { join } from 'node:path'
import type { Disk } from '../../journal/disk'
import { Journal } from '../../journal/journal'
import { isLock, takeLock, type Holder, type Lock } from '../../journal/lock'

export interface OwnJournal {
  readonly journal: Journal
  close(): Promise<void>
}

/** Opens the journal of a data folder: to write where no other host does, else to read. */
export async function openJournal(data: string, disk: Disk): Promise<OwnJournal> {
  // A folder that takes no lock file takes no journal either: its own opening says why.
  const taken = await takeLock(data).catch(() => null)
  const lock = taken && isLock(taken) ? taken : null
  const journal = await Journal.open({
    folder: join(data, 'journal'),
    disk,
    locked: taken && !isLock(taken) ? heldBy(taken, data) : null,
    now: Date.now,
    ...(lock ? { still: () => lock.held() } : {}),
  })
  return { journal, close: () => close(journal, lock) }
}

async function close(journal: Journal, lock: Lock | null): Promise<void> {
  await journal.close()
  await lock?.release()
}

function heldBy({ pid }: Holder, data: string): string {
  const file = join(data, 'lock')
  const zh = `另一个清样\uFF08进程 ${pid}\uFF09正在使用这份数据\uFF0C此处只能查看。若并没有\uFF0C请删除 ${file} 后重新打开`
  const en = `Another Qingyang (process ${pid}) uses this data; here it can only be read. If there is none, delete ${file} and open the app again`
  return `${zh} / ${en}`
}
