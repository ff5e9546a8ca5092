import type { Row, RowFailure } from '../../../contract/contract'
import { rebased } from '../../../review/rebase'
import { isFailed } from '../../../engine/source/failure'
import type { AnalysisPool } from '../../analysis/pool'
import type { HashedPart } from '../../analysis/job'
import type { Journal } from '../../journal/journal'
import { pageOf } from '../../search/page'
import { restOf } from '../../search/rest'
import type { Pages } from '../../search/pages'
import type { Sources } from '../../sources/sources'
import { newestBase, sinceBase, type Documents, type Reading } from '../reviews/documents'
import type { File } from './file'
import type { Asked } from '../checking/asked'
import type { Checking } from '../checking/checking'
import { failureOf } from './row-failure'
import { fileName, standing } from './standing'

/** Where a document stands in its folder. */
export interface Spot {
  readonly id: string
  /** for display */
  readonly path: string
  readonly record: number | null
  readonly bytes: number
  /** chosen by a person */
  readonly encoding: string | null
  /** when it was first seen: milliseconds since the epoch */
  readonly received: number
}

interface Services {
  readonly journal: Journal
  readonly sources: Sources
  readonly documents: Documents
  readonly pool: Pick<AnalysisPool, 'check'>
  readonly checking: Checking
  readonly asked: Asked
  readonly pages: Pages
}

/** The documents of a file, or what its row says instead. The bytes are given away. */
export async function partsOf(
  bytes: Uint8Array,
  { found, encoding }: Pick<File, 'found' | 'encoding'>,
  interactive: boolean,
  pool: Pick<AnalysisPool, 'parts'>,
): Promise<{ readonly parts: readonly HashedPart[] } | { readonly failure: RowFailure }> {
  const about = { bytes, name: found?.path ?? '' }
  const ask = encoding === null ? about : { ...about, encoding }
  const cut = await pool.parts(ask, { interactive, transfer: true })
  return isFailed(cut) ? { failure: failureOf(cut) } : cut
}

export interface Taken {
  readonly row: Row
  readonly reading: Reading
}

/**
 * Takes a document in: keeps its bytes, has it judged, and says what its row tells. Where the reviewed version of a
 * changed file was to be kept, that is taken in, and what stands in the file is set aside.
 */
export async function takeIn(part: HashedPart, spot: Spot, interactive: boolean, services: Services): Promise<Taken> {
  const { journal, sources, documents } = services
  const answer = rebased(await journal.ofVersion(part.sha256))
  if (answer?.op.choice !== 'kept') return takeAsItStands(part, spot, interactive, services)
  await keep(journal, sources, part.sha256, part.bytes)
  const { from } = answer.op
  const base = newestBase(await journal.ofVersion(from))
  const bytes = await documents.part(from, base).catch(() => null)
  // Without its bytes the older version cannot stand for the file.
  if (bytes === null) return takeAsItStands(part, spot, interactive, services)
  const older = { ...bytes, record: part.record, sha256: from }
  const taken = await takeAsItStands(older, spot, interactive, services)
  return { ...taken, row: { ...taken.row, bytes: older.bytes.length, setAside: part.sha256 } }
}

async function takeAsItStands(part: HashedPart, spot: Spot, interactive: boolean, services: Services): Promise<Taken> {
  const { journal, documents, pool, checking, asked, pages, sources } = services
  const { record, pointer, from, bytes, sha256: version } = part
  const chosen = spot.encoding === null ? {} : { encoding: spot.encoding }
  const reading: Reading = { name: spot.path, record, pointer, ...(from ? { from } : {}), ...chosen }
  documents.know(version, reading)
  const records = await journal.ofVersion(version)
  const base = newestBase(records)
  const [read] = await Promise.all([
    documents.read(version, { ...reading, bytes }, base, interactive),
    keep(journal, sources, version, bytes),
  ])
  if (isFailed(read)) return { row: { ...failedRow(spot, failureOf(read)), version }, reading }
  documents.hold(version, base, read.draft)
  const live = sinceBase(records)
  const checked = read.checks ?? (await pool.check({ draft: read.draft, entries: live }, { interactive }))
  if (isFailed(checked)) return { row: { ...failedRow(spot, failureOf(checked)), version }, reading }
  const at = records.at(-1)?.seq ?? 0
  const { asks, ...told } = standing(read.draft, live, checked.findings)
  asked.show(version, at, asks)
  checking.know(version, at, checked)
  pages.put(version, pageOf(read.draft, live, at, read.census), restOf(read.draft, live, checked))
  const title = told.title ?? fileName(spot.path)
  const row = { ...waitingRow(spot), version, ...told, ...asked.counts(asks), title }
  return { row, reading }
}

// A version nobody works on can do without its copy; before its first operation it is asked for again.
async function keep(journal: Journal, sources: Sources, version: string, bytes: Uint8Array): Promise<void> {
  if (journal.storage.mode === 'ok') await sources.keep(version, bytes).catch(() => false)
}

/** A row before its content is read. */
export function waitingRow({ id, path, record, bytes, received }: Spot): Row {
  return {
    id,
    version: null,
    path,
    record,
    title: fileName(path),
    site: null,
    received,
    bytes,
    encoding: null,
    stories: 0,
    status: 'waiting',
    failure: null,
    warnings: [],
    removed: 0,
    doubtful: 0,
    errors: 0,
    queries: 0,
    copy: 0,
    missing: false,
    supersedes: null,
    signed: [],
    setAside: null,
  }
}

export function failedRow(spot: Spot, failure: RowFailure): Row {
  return { ...waitingRow(spot), status: 'failed', failure }
}
