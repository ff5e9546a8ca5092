import { join } from 'node:path'
import type { Disk } from './disk'
import { stamp } from './repair'

const RECENT = 5
const DAILY = 7
/** Above this size only one copy a day is kept: copying would take longer than it is worth. */
const LARGE = 64 * 1024 * 1024

/** Copies of a journal are named by when they were taken, in UTC: `journal-20261123T074521000Z.ndjson`. */
const NAME = /^journal-(\d{8})T\d{9}Z\.ndjson$/

/** Takes a copy of the journal (whose synced part is `bytes` long) and removes the ones no longer kept: the last 5, and the last of each of 7 days. */
export async function keepCopy(disk: Disk, journal: string, folder: string, bytes: number, now: number): Promise<void> {
  await disk.makeFolder(folder)
  const name = `journal-${stamp(now)}.ndjson`
  const names = await disk.list(folder)
  if (bytes > LARGE && names.some((one) => NAME.exec(one)?.[1] === NAME.exec(name)?.[1])) return
  const temp = join(folder, `${name}.tmp`)
  try {
    await disk.copy(journal, temp)
    const file = await disk.open(temp, 'r+')
    try {
      // Records may have been written behind while it was copied, the last of them by half.
      await file.truncate(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await disk.rename(temp, join(folder, name))
    await disk.syncFolder(folder)
  } catch (error) {
    await disk.remove(temp).catch(() => undefined)
    throw error
  }
  const kept = keptOf([...names, name])
  for (const one of names) {
    if ((NAME.test(one) && !kept.has(one)) || one.endsWith('.tmp')) await disk.remove(join(folder, one))
  }
}

/** The copies in a folder, newest first. */
export async function copiesIn(disk: Disk, folder: string): Promise<string[]> {
  return (await disk.list(folder))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
}

/** Of the names of copies, those to keep. */
export function keptOf(names: readonly string[]): Set<string> {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
  const days = new Map<string, string>()
  for (const name of newestFirst) {
    const day = NAME.exec(name)?.[1] ?? ''
    if (!days.has(day)) days.set(day, name)
  }
  return new Set([...newestFirst.slice(0, RECENT), ...[...days.values()].slice(0, DAILY)])
}
