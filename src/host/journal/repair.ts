import { join } from 'node:path'
import type { JournalNotice } from '../../contract/contract'
import type { Disk, DiskFile } from './disk'
import type { Place, Survey } from './scan'
import { readRange, writeWhole } from './whole'

/**
 * Keeps a copy of the torn last line, then cuts it off. It was never acknowledged: an acknowledgement comes after the
 * sync of the whole line.
 */
export async function cutTorn(
  disk: Disk,
  folder: string,
  file: DiskFile,
  torn: Place,
  now: number,
): Promise<JournalNotice> {
  const name = `journal.torn-${stamp(now)}`
  await writeWhole(disk, join(folder, name), await readRange(file, torn.start, torn.end))
  await file.truncate(torn.start)
  await file.datasync()
  return notice(
    'torn-tail',
    `上次没有写完的最后一条记录已截去\uFF0C副本在 ${name}`,
    `The last record had not been written to its end; it was cut off, a copy is in ${name}`,
  )
}

/** Copies bad lines aside. They stay in the file too: nothing in the middle of a journal is ever rewritten. */
export async function quarantine(disk: Disk, folder: string, file: DiskFile, found: Survey): Promise<JournalNotice[]> {
  const names = new Set(await disk.list(folder))
  const notices: JournalNotice[] = []
  for (const { seq, start, end } of found.bad) {
    const name = `journal.bad-${seq}`
    // Told once: the copy is there from then on.
    if (names.has(name)) continue
    names.add(name)
    await writeWhole(disk, join(folder, name), await readRange(file, start, end))
    notices.push(
      notice(
        'bad-record',
        `第 ${seq} 条记录已损坏\uFF0C无法使用\uFF0C副本在 ${name}\uFF1B其余记录照常使用`,
        `Record ${seq} is damaged and cannot be used; a copy is in ${name}; all others are used`,
      ),
    )
  }
  return notices
}

/** What the chain tells: records that are missing, and records that do not continue the one before. */
export function chainNotices(found: Survey): JournalNotice[] {
  const missing = found.gaps.map(([first, last]) =>
    notice('bad-record', `第 ${first} 至 ${last} 条记录缺失`, `Records ${first} to ${last} are missing`),
  )
  const broken = found.broken.map((seq) =>
    notice(
      'bad-record',
      `第 ${seq} 条记录与前一条不相连\uFF0C此前的记录可能被改动`,
      `Record ${seq} does not continue the one before it; what stands before may have been changed`,
    ),
  )
  return [...missing, ...broken]
}

export function notice(code: JournalNotice['code'], zh: string, en: string): JournalNotice {
  return { code, message: `${zh} / ${en}` }
}

/** A moment as part of a file's name, in UTC. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:]/g, '').replace('.', '')
}
