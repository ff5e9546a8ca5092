import type { Entry, JournalRecord } from '../../review/operation'
import { FaultyDisk } from './faulty-disk'
import { Journal } from './journal'
import { JOURNAL } from './sealing'

export const FOLDER = '/data/journal'
export const FILE = `${FOLDER}/${JOURNAL}`
let entries = 0

export function entry(opId = `op-${++entries}`, version = 'version-1'): Entry {
  return { opId, document: 'doc', version, op: { kind: 'dismiss', finding: `约 40\uFF0C${opId}` }, by: '林', ts: 1 }
}

export function opened(disk: FaultyDisk, locked: string | null = null): Promise<Journal> {
  return Journal.open({ folder: FOLDER, disk, locked, now: () => Date.UTC(2026, 10, 23) })
}

/** A journal of `count` records, closed; where each of its lines begins. */
export async function written(
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
export function alone(bytes: Uint8Array): FaultyDisk {
  const disk = new FaultyDisk()
  disk.put(FILE, bytes)
  return disk
}

export const opIds = (records: readonly JournalRecord[]) => records.map(({ opId }) => opId)
