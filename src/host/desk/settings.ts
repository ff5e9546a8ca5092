import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemDisk } from '../journal/disk'
import { writeWhole } from '../journal/whole'

/** Folders remembered, the one opened last first. */
const MOST = 8

/** What the host remembers between starts. */
export interface Settings {
  /** the folder opened last; null after the samples, or at first */
  readonly folder: string | null
  /** the folders opened before, the last first; never the samples */
  readonly recent: readonly string[]
}

/** Settings that cannot be read are the first start's. */
export async function readSettings(data: string): Promise<Settings> {
  try {
    const { folder, recent } = JSON.parse(await readFile(join(data, 'settings.json'), 'utf8')) as Partial<Settings>
    const last = typeof folder === 'string' ? folder : null
    const known: readonly unknown[] = Array.isArray(recent) ? recent : last === null ? [] : [last]
    return { folder: last, recent: known.filter((path) => typeof path === 'string').slice(0, MOST) }
  } catch {
    return { folder: null, recent: [] }
  }
}

/** Remembers that a folder was opened; null for the samples. */
export async function remember(data: string, folder: string | null): Promise<void> {
  const { recent } = await readSettings(data)
  const others = recent.filter((path) => path !== folder)
  const settings: Settings = { folder, recent: (folder === null ? others : [folder, ...others]).slice(0, MOST) }
  await writeWhole(systemDisk, join(data, 'settings.json'), Buffer.from(`${JSON.stringify(settings)}\n`))
}
