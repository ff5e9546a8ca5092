import type { Row, RowFailure } from '../../../contract/contract'
import type { HashedPart } from '../../analysis/job'
import type { FoundFile } from '../../inbox/found-file'
import type { Arrivals } from './arrivals'
import type { File } from './file'
import type { FolderServices } from './folder'
import { documentId } from './identity'
import { failedRow, takeIn, waitingRow, type Spot } from './intake'
import type { Reading } from '../reviews/documents'
import type { KnownFile } from './known-files'
import { mapWide } from '../lanes'

const RECORDS_AT_ONCE = 4
/** Rows that left with their files and are still known: somebody may have one open. */
const DEPARTED = 200

/** A row whose file, or record, is gone. */
interface Departed {
  readonly raw: string
  readonly row: Row
  readonly reading: Reading | null
}

/** The rows that the files of a folder give. */
export class Shelf {
  readonly #root: string
  readonly #arrivals: Arrivals
  readonly #with: FolderServices
  /** by row id, the oldest first */
  readonly #departed = new Map<string, Departed>()

  constructor(root: string, arrivals: Arrivals, services: FolderServices) {
    this.#root = root
    this.#arrivals = arrivals
    this.#with = services
  }

  /** Puts the rows of a file known from before. */
  restore(raw: string, known: KnownFile): void {
    const { rows, documents, asked, twins } = this.#with
    const file = this.#arrivals.remember(raw, known)
    for (const { row, reading, at, asks, sketches } of known.documents) {
      if (row.version && reading) documents.know(row.version, reading)
      if (row.version) asked.show(row.version, at, asks)
      if (row.version) twins.note(row.version, sketches)
      // A rule may have come or gone since.
      const counts = row.version && !row.failure ? asked.counts(asks) : {}
      rows.put({ ...row, ...counts, signed: row.signed ?? [], setAside: row.setAside ?? null })
      // It may have been answered since which version stands for the file: it is read again.
      if (row.supersedes !== null || row.setAside) file.key = ''
      this.#catchUp(row)
    }
  }

  /** A file stands in the folder: its rows do too. */
  found(file: File, found: FoundFile): void {
    const { rows } = this.#with
    if (found.failure) this.fail(file, found, found.failure)
    else if (file.ids.length === 0) this.#put(waitingRow(this.#declare(file, found, [null])[0] as Spot), null)
    // What was missing is read again: it says by itself which of its rows are there.
    if (file.ids.some((id) => rows.get(id)?.missing)) file.key = ''
  }

  /** Takes in the documents of a file, one row each, while `still` holds: the file may change meanwhile. */
  async take(
    file: File,
    found: FoundFile,
    parts: readonly HashedPart[],
    interactive: boolean,
    still: () => boolean,
  ): Promise<void> {
    const { rows } = this.#with
    const spots = this.#declare(
      file,
      found,
      parts.map(({ record }) => record),
      new Set(parts.map(({ sha256 }) => sha256)),
    )
    for (const spot of spots) if (!rows.get(spot.id)) rows.put(waitingRow(spot))
    await mapWide(parts, RECORDS_AT_ONCE, async (part) => {
      if (!still()) return
      const spot = this.#spot(file, found, part.record, part.bytes.length)
      const { row, reading } = await takeIn(part, spot, interactive, this.#with)
      if (!still()) return
      this.#arrivals.reads(row.id, reading)
      this.#put(row, rows.get(row.id))
    })
    if (!still()) return
    file.key = found.key
    file.retry = false
  }

  /** The whole file is one row that says what is wrong. */
  fail(file: File, found: FoundFile, failure: RowFailure): void {
    const [spot] = this.#declare(file, found, [null])
    const row = failedRow(spot as Spot, failure)
    this.#arrivals.reads(row.id, null)
    this.#put(row, this.#with.rows.get(row.id))
    file.key = found.key
    file.retry = failure.code === 'unreadable'
  }

  /** The file is gone: rows that were worked on stay, as missing. */
  gone(file: File): void {
    const { rows, checking } = this.#with
    file.found = null
    for (const id of [...file.ids]) {
      const version = rows.get(id)?.version ?? null
      if (this.#isWorkedOn(rows.get(id)) && !this.#standsElsewhere(id)) rows.change(id, { missing: true })
      else {
        this.#depart(file, id)
        this.#arrivals.forget(id)
        rows.remove(id)
      }
      if (version) checking.left(version)
    }
  }

  /**
   * Somebody worked on a version that was open while its file went or changed: its row is there again, as missing, or
   * tells what it supersedes.
   */
  workedOn(id: string, version: string): void {
    const { rows, journal } = this.#with
    const row = rows.get(id)
    if (row === null) this.#comeBack(id, version)
    else if (row.version !== null && row.version !== version && row.supersedes === null && row.setAside === null) {
      // Where the newer version is worked on, it was answered which one stands.
      if (journal.lastOf(row.version) === 0) rows.change(id, { supersedes: version })
    }
  }

  #depart(file: File, id: string): void {
    const row = this.#with.rows.get(id)
    if (row === null || row.version === null || row.failure) return
    this.#departed.set(id, { raw: file.raw, row, reading: this.#arrivals.readingOf(id) })
    const [oldest] = this.#departed.keys()
    if (this.#departed.size > DEPARTED && oldest !== undefined) this.#departed.delete(oldest)
  }

  #comeBack(id: string, version: string): void {
    const gone = this.#departed.get(id)
    if (gone?.row.version !== version || this.#with.rows.ofVersion(version).length > 0) return
    this.#departed.delete(id)
    this.#arrivals.returns(gone.raw, id, gone.reading)
    this.#with.rows.put({ ...gone.row, missing: true })
  }

  /** Whether a row's content is in the folder under another name too: then the file was moved, or a copy went. */
  #standsElsewhere(id: string): boolean {
    const { rows } = this.#with
    const version = rows.get(id)?.version ?? null
    return version !== null && rows.ofVersion(version).some((row) => row.id !== id && !row.missing)
  }

  /** What was missing and has come under another name is one row again. */
  #foundAgain({ id, version }: Row): void {
    const { rows } = this.#with
    for (const row of version === null ? [] : rows.ofVersion(version)) {
      if (row.id === id || !row.missing) continue
      this.#arrivals.forget(row.id)
      rows.remove(row.id)
    }
  }

  known(): Iterable<readonly [string, KnownFile]> {
    const { rows, asked, twins } = this.#with
    return this.#arrivals.worth(
      (id) => rows.get(id),
      (version) => ({ ...asked.of(version), sketches: twins.of(version) }),
    )
  }

  /**
   * Says which records a file holds now. Rows of others leave; one that was worked on stays, as missing, unless its
   * content (`versions`) only moved to another record.
   */
  #declare(
    file: File,
    found: FoundFile,
    records: readonly (number | null)[],
    versions: ReadonlySet<string> = new Set(),
  ): Spot[] {
    const { rows } = this.#with
    const spots = records.map((record) => this.#spot(file, found, record))
    const now = new Set(spots.map(({ id }) => id))
    const missing = file.ids.filter((id) => {
      const row = rows.get(id)
      return !now.has(id) && this.#isWorkedOn(row) && !versions.has(row?.version ?? '')
    })
    for (const id of missing) rows.change(id, { missing: true })
    for (const id of file.ids) if (!now.has(id) && !versions.has(rows.get(id)?.version ?? '')) this.#depart(file, id)
    for (const id of this.#arrivals.gives(file, [...now, ...missing])) rows.remove(id)
    return spots
  }

  /** Puts a row in the place of the one before it, whose content a reviewer may have worked on. */
  #put(row: Row, before: Row | null): void {
    const { rows, journal, now } = this.#with
    const other = before !== null && before.version !== null && before.version !== row.version ? before.version : null
    const worked = other !== null && journal.lastOf(other) > 0
    const earlier = worked ? other : (before?.supersedes ?? null)
    const supersedes = earlier === row.version || row.setAside !== null ? null : earlier
    const anew = other !== null && row.setAside === null
    rows.put({ ...row, received: anew ? now() : row.received, supersedes })
    this.#foundAgain(row)
    this.#catchUp(row)
  }

  #catchUp({ version }: Row): void {
    const { checking, journal, asked } = this.#with
    if (version && journal.lastOf(version) > asked.of(version).at) void checking.refresh(version)
  }

  #isWorkedOn(row: Row | null): boolean {
    return [row?.version, row?.supersedes].some((version) => version && this.#with.journal.lastOf(version) > 0)
  }

  #spot({ encoding }: File, found: FoundFile, record: number | null, bytes = found.size): Spot {
    const id = documentId(this.#root, found.raw, record)
    const { rows } = this.#with
    // A record arrived when its file's row was listed, before it was known to hold records.
    const row = rows.get(id) ?? rows.get(documentId(this.#root, found.raw, null))
    const received = row?.received ?? this.#arrivals.received(found)
    return { id, path: found.path, record, bytes, encoding, received }
  }
}
