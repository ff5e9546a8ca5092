import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { AnalysisPool } from '../host/analysis/pool'
import { exportReviewed, type ReviewedFile } from '../host/archive/export-reviewed'
import { FailureError } from '../host/archive/failure'
import { displayPath } from '../host/inbox/found-file'
import { findPlace } from '../host/place'
import type { Command } from './command-line'
import { findFiles, readFound, type FoundFile } from './found'
import type { Progress } from './progress'

export interface ExportWork {
  readonly pool: AnalysisPool
  readonly progress: Progress
  readonly version: string
  /** a line for whoever reads the outcome */
  out(line: string): Promise<void>
  /** a line for whoever watches */
  note(line: string): void
}

/** Exports a folder's approved articles and says what was written and what was not. True where nothing was refused. */
export async function exportFolder(command: Extract<Command, { kind: 'export' }>, work: ExportWork): Promise<boolean> {
  const { folder, out: destination, zip, data, by } = command
  const { pool, progress, version } = work
  const found = await findFiles([folder])
  if (found.some((file) => file.folder === null)) {
    const zh = `没有这个文件夹\uFF1A${folder}`
    throw new FailureError('no-folder', zh, `There is no such folder: ${folder}`)
  }
  // Ctrl+C stops the export and takes away what it has begun.
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  const result = await exportReviewed({
    root: resolve(folder),
    files: found.map((file) => reviewedFile(file, folder)),
    data: data === null ? findPlace(process.env).data : resolve(data),
    pool,
    form: zip ? 'zip' : 'folder',
    destination,
    by: by ?? userInfo().username,
    now: new Date(),
    agent: `Qingyang ${version}`,
    signal: stop.signal,
    onProgress: (done, total, phase) => progress.show(done, total, phase),
  }).finally(() => process.off('SIGINT', onSignal).off('SIGTERM', onSignal))
  progress.clear()
  const { written, documents, path, left, refused, replaced, notices } = result
  for (const { message } of notices) work.note(message)
  for (const { path: name, en } of refused) work.note(`not exported: ${name}: ${en}`)
  for (const { output, path: name, count } of replaced)
    work.note(`${output} (${name}) holds ${count} characters that could not be decoded (U+FFFD)`)
  const counts = `${left.open} open, ${left.rejected} rejected, ${left.failed} failed, ${left.missing} missing`
  await work.out(`exported ${written} articles of ${documents} documents to ${path}; left out: ${counts}`)
  return refused.length === 0
}

function reviewedFile(file: FoundFile, folder: string): ReviewedFile {
  const above = Buffer.byteLength(folder)
  const below = file.raw.subarray(file.raw[above] === 0x2f ? above + 1 : above)
  const raw = below.toString('latin1')
  return { raw, path: displayPath(raw), read: () => readFound(file) }
}
