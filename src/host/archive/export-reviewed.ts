import { extname, join } from 'node:path'
import type { ExportForm, ExportState, JournalNotice } from '../../contract/contract'
import type { Failed } from '../../engine/analysis'
import { ENGINE_VERSION } from '../../engine'
import { isFailed } from '../../engine/source/failure'
import { fold } from '../../review/fold'
import { rebased } from '../../review/rebase'
import type { AnalysisPool } from '../analysis/pool'
import type { HashedPart } from '../analysis/job'
import { Documents } from '../desk/reviews/documents'
import { documentId } from '../desk/folder/identity'
import { readKnown, type KnownDocument } from '../desk/folder/known-files'
import { systemDisk } from '../journal/disk'
import { Journal } from '../journal/journal'
import { NO_REST } from '../search/rest'
import { Sources } from '../sources/sources'
import { exportBag } from './export-bag'
import { asFailure } from './failure'
import type { ApprovedDocument, BagResult } from './request'

/** A file of the folder, as the inbox would list it. */
export interface ReviewedFile {
  /** the bytes of its path below the folder, one character a byte, '/' between parts */
  readonly raw: string
  /** the same for display */
  readonly path: string
  read(): Promise<Uint8Array | Failed>
}

export interface ReviewedFolder {
  /** absolute, as the desk opened it */
  readonly root: string
  readonly files: readonly ReviewedFile[]
  /** the desk's data folder: only read, so that an export may run beside an open desk */
  readonly data: string
  readonly pool: AnalysisPool
  readonly form: ExportForm
  readonly destination: string
  readonly by: string
  readonly now: Date
  readonly agent: string
  onProgress?(done: number, total: number, phase: 'collect' | 'write' | 'seal'): void
  readonly signal?: AbortSignal
}

export interface ReviewedResult extends BagResult {
  readonly left: ExportState['left']
  /** what the journal found that a person should know */
  readonly notices: readonly JournalNotice[]
}

const READ_ONLY = '导出只读取记录 / an export only reads the journal'

/** Exports what was approved of a folder, without a desk: from the folder's files, the journal and the kept originals. */
export async function exportReviewed(folder: ReviewedFolder): Promise<ReviewedResult> {
  const { data, now } = folder
  const journal = await Journal.open({
    folder: join(data, 'journal'),
    disk: systemDisk,
    locked: READ_ONLY,
    now: () => now.getTime(),
  })
  try {
    const collected = new Collected(folder, journal)
    const { form, destination, files, by, agent } = folder
    const result = await exportBag({
      form,
      destination,
      inbox: { root: folder.root, ignored: [data] },
      documents: collected.documents(),
      total: files.length,
      left: collected.left,
      by,
      now,
      agent,
      ...(folder.signal ? { signal: folder.signal } : {}),
      onProgress: (done, total, phase) => folder.onProgress?.(done, total, phase),
    })
    const refused = [...collected.refused, ...result.refused]
    return { ...result, refused, left: collected.left, notices: journal.notices }
  } finally {
    await journal.close()
  }
}

/** The approved documents of a folder, and how many it passes over, by why. */
class Collected {
  readonly left = { open: 0, rejected: 0, failed: 0, missing: 0 }
  readonly refused: BagResult['refused'][number][] = []
  readonly #folder: ReviewedFolder
  readonly #journal: Journal
  readonly #sources: Sources
  readonly #documents: Documents
  readonly #seen = new Set<string>()

  constructor(folder: ReviewedFolder, journal: Journal) {
    this.#folder = folder
    this.#journal = journal
    this.#sources = new Sources(join(folder.data, 'sources'))
    this.#documents = new Documents(this.#sources, folder.pool, { rest: () => Promise.resolve(NO_REST) })
  }

  async *documents(): AsyncGenerator<ApprovedDocument> {
    const { data, root, files } = this.#folder
    const documents: KnownDocument[] = []
    await readKnown(data, root, ENGINE_VERSION, (_, file) => documents.push(...file.documents))
    const rows = new Map(documents.map((document) => [document.row.id, document]))
    for (const file of files) {
      const cut = await this.#parts(file)
      if (isFailed(cut)) this.left.failed += 1
      else for (const part of cut) yield* this.#inFolder(file, part, rows)
    }
    for (const document of documents) if (!this.#seen.has(document.row.id)) yield* this.#gone(document)
  }

  async #parts(file: ReviewedFile): Promise<readonly HashedPart[] | Failed> {
    const bytes = await file.read()
    if (isFailed(bytes)) {
      this.#seen.add(documentId(this.#folder.root, file.raw, null))
      return bytes
    }
    const cut = await this.#folder.pool.parts({ bytes, name: file.path })
    return isFailed(cut) ? cut : cut.parts
  }

  async *#inFolder(
    { raw, path }: ReviewedFile,
    part: HashedPart,
    rows: ReadonlyMap<string, KnownDocument>,
  ): AsyncGenerator<ApprovedDocument> {
    const { record, bytes, sha256: version } = part
    const id = documentId(this.#folder.root, raw, record)
    this.#seen.add(id)
    const row = rows.get(id)?.row
    const received = row?.received ?? this.#folder.now.getTime()
    const shown = { id, path, record, site: row?.site ?? null, received }
    const answer = rebased(await this.#journal.ofVersion(version))
    const kept = answer?.op.choice === 'kept' ? await this.#sources.read(answer.op.from).catch(() => null) : null
    if (kept !== null && answer !== null) yield* this.#approved(shown, answer.op.from, kept, 'open')
    else yield* this.#approved(shown, version, bytes, 'open')
  }

  /** A document whose file is gone: what was approved of it is kept. */
  async *#gone({ row }: KnownDocument): AsyncGenerator<ApprovedDocument> {
    if (row.version === null || this.#journal.lastOf(row.version) === 0) return
    const bytes = await this.#sources.read(row.version).catch(() => null)
    if (bytes) yield* this.#approved(row, row.version, bytes, 'missing')
    else this.left.missing += 1
  }

  async *#approved(
    row: ApprovedDocument['row'],
    version: string,
    bytes: Uint8Array,
    otherwise: 'open' | 'missing',
  ): AsyncGenerator<ApprovedDocument> {
    const records = await this.#journal.ofVersion(version)
    if (records.length === 0) {
      const pointer = ''
      const read = await this.#folder.pool.draft({
        part: { bytes, record: row.record, pointer },
        about: { name: row.path },
      })
      this.left[isFailed(read) ? 'failed' : otherwise] += 1
      return
    }
    try {
      const review = fold(await this.#documents.draft(version, records), records)
      if (review.status === 'approved') yield { row, version, bytes, extension: extname(row.path), review }
      else this.left[review.status === 'rejected' && otherwise === 'open' ? 'rejected' : otherwise] += 1
    } catch (error) {
      const { zh, en } = asFailure(error)
      this.refused.push({ id: row.id, path: row.path, zh, en })
      this.left.failed += 1
    }
  }
}
