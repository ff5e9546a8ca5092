import { resolve } from 'node:path'
import { backUp } from '../host/backup/back-up'
import { restore } from '../host/backup/restore'
import { findPlace } from '../host/place'
import type { Command } from './command-line'
import type { Progress } from './progress'

export interface BackupWork {
  readonly progress: Progress
  readonly version: string
  /** a line for whoever reads the outcome */
  out(line: string): Promise<void>
  /** a line for whoever watches */
  note(line: string): void
}

type Asked = Extract<Command, { kind: 'backup' | 'restore' }>

const dataOf = ({ data }: Asked): string => (data === null ? findPlace(process.env).data : resolve(data))

/** Backs the desk up, a host may be using it. True where nothing of it had to be left out. */
export async function backUpDesk(asked: Asked, { progress, version, out, note }: BackupWork): Promise<boolean> {
  const { path, records, files, bytes, damaged } = await backUp({
    data: dataOf(asked),
    to: asked.file,
    now: new Date(),
    agent: `Qingyang ${version}`,
    onProgress: (done, total) => progress.show(done, total, 'backed up'),
  })
  progress.clear()
  for (const file of damaged) note(`left out, for it is damaged: ${file}`)
  await out(`backed up ${records} records and ${files} files, ${bytes} bytes, to ${path}; read back and sound`)
  return damaged.length === 0
}

/** Restores a desk into an empty data folder. */
export async function restoreDesk(asked: Asked, { progress, out }: BackupWork): Promise<void> {
  const { data, records, files, created } = await restore({
    from: asked.file,
    data: dataOf(asked),
    onProgress: (done, total) => progress.show(done, total, 'restored'),
  })
  progress.clear()
  await out(`restored ${records} records and ${files} files of ${created} into ${data}`)
}
