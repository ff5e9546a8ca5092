import type { Row } from '../../../contract/contract'
import type { FoundFile } from '../../inbox/found-file'
import type { Reading } from '../reviews/documents'
import { File, Tally } from './file'
import type { KnownDocument, KnownFile } from './known-files'

/** The files of a folder, known from before or found now, and when their content arrived. */
export class Arrivals {
  readonly #files = new Map<string, File>()
  readonly #tally = new Tally()
  readonly #byRow = new Map<string, File>()
  readonly #readings = new Map<string, Reading>()
  readonly #now: () => number
  /** nothing was ever known of the folder: what stands there at first arrived when it was written */
  #isNew = true
  #first = true

  constructor(now: () => number) {
    this.#now = now
  }

  /** Takes what was known of a file. */
  remember(raw: string, { key, encoding, documents }: KnownFile): File {
    const ids = documents.map(({ row }) => row.id)
    const file = this.#file(raw)
    file.key = key
    file.encoding = encoding
    this.#own(file, ids)
    for (const { row, reading } of documents) if (reading) this.#readings.set(row.id, reading)
    return file
  }

  /** The folder was seen before. */
  known(): void {
    this.#isNew = false
  }

  /** What was known of its files holds no more: they are read again. */
  doubt(): void {
    for (const file of this.#files.values()) file.key = ''
  }

  get all(): IterableIterator<File> {
    return this.#files.values()
  }

  file(raw: string): File | null {
    return this.#files.get(raw) ?? null
  }

  ofRow(id: string): File | null {
    return this.#byRow.get(id) ?? null
  }

  /** Files there now, and those of them whose rows tell what they hold. */
  get counts(): { listed: number; analysed: number } {
    return { ...this.#tally }
  }

  /** Whether the rows of all files that are there tell what they hold. */
  get isRead(): boolean {
    const { listed, analysed } = this.#tally
    return analysed >= listed
  }

  found(found: FoundFile): File {
    const file = this.#file(found.raw)
    file.found = found
    return file
  }

  /** Says which rows a file gives now; answers those it no longer gives. */
  gives(file: File, ids: string[]): string[] {
    const now = new Set(ids)
    const gone = file.ids.filter((id) => !now.has(id))
    for (const id of gone) this.forget(id)
    this.#own(file, ids)
    return gone
  }

  /** Says how a row's content is read; null where it cannot be. */
  reads(id: string, reading: Reading | null): void {
    if (reading) this.#readings.set(id, reading)
    else this.#readings.delete(id)
  }

  readingOf(id: string): Reading | null {
    return this.#readings.get(id) ?? null
  }

  /** A row that left is there again, of a file that is not. */
  returns(raw: string, id: string, reading: Reading | null): void {
    const file = this.#file(raw)
    this.#own(file, [...file.ids, id])
    this.reads(id, reading)
  }

  forget(id: string): void {
    const file = this.#byRow.get(id)
    if (file) file.ids = file.ids.filter((one) => one !== id)
    this.#byRow.delete(id)
    this.#readings.delete(id)
    if (file?.ids.length === 0 && !file.found) this.#files.delete(file.raw)
  }

  /** The first scan is over: what comes from here on arrives now. */
  settled(): void {
    this.#first = false
  }

  /** When content that was not known arrived: milliseconds since the epoch. */
  received(found: FoundFile): number {
    const now = this.#now()
    return this.#first && this.#isNew && found.mtimeMs > 0 ? Math.min(found.mtimeMs, now) : now
  }

  /** What is worth remembering of each file, as it stands when it is asked for. */
  *worth(
    row: (id: string) => Row | null,
    told: (version: string) => Omit<KnownDocument, 'row' | 'reading'>,
  ): Generator<readonly [string, KnownFile]> {
    for (const { raw, key, retry, encoding, ids } of this.#files.values()) {
      const documents = ids.flatMap((id) => {
        const known = row(id)
        if (!known) return []
        return [{ row: known, reading: this.#readings.get(id) ?? null, ...told(known.version ?? '') }]
      })
      yield [raw, { key: retry ? '' : key, encoding, documents }]
    }
  }

  #file(raw: string): File {
    let file = this.#files.get(raw)
    if (!file) this.#files.set(raw, (file = new File(raw, this.#tally)))
    return file
  }

  #own(file: File, ids: string[]): void {
    file.ids = ids
    this.#files.set(file.raw, file)
    for (const id of ids) this.#byRow.set(id, file)
  }
}
