import type { JournalHead, JournalNotice, StorageState } from '../../contract/contract'
import { FailureError } from '../../contract/failure'
import type { Entry, JournalRecord } from '../../review/operation'
import type { Disk } from './disk'
import { decodeLine, type Line } from './line'
import { openFile, type OpenedFile } from './open'
import { Recent } from './recent'
import type { Register } from './register'
import type { Place } from './scan'
import { Sealing } from './sealing'
import { Storage } from './storage'
import { Windows } from './windows'
import { Writer } from './writer'

/** What one answer of many records may weigh. */
const PAGE_BYTES = 16 * 1024 * 1024

export interface JournalOptions {
  /** made where it is not there */
  readonly folder: string
  readonly disk: Disk
  /** why another host writes (`Chinese / English`); null where this one does */
  readonly locked: string | null
  /** asked before each write: whether this process still owns the journal */
  readonly still?: () => Promise<boolean>
  /** milliseconds since the epoch */
  readonly now: () => number
}

/**
 * The truth about decisions and edits: `journal.ndjson`, appended to and never rewritten. A record that `append` has
 * answered is on the disk. Records are held on the disk, their places in memory, and those used last.
 */
export class Journal {
  readonly #opened: OpenedFile
  readonly #register: Register
  readonly #storage: Storage
  readonly #writer: Writer | null
  readonly #sealing: Sealing | null
  readonly #recent = new Recent()
  readonly #windows: Windows
  /** operations on their way to the disk, by opId, with all that is written together with them */
  readonly #underWay = new Map<string, Promise<Map<string, JournalRecord>>>()

  /** Never throws for what it finds on the disk: a journal that cannot be written is read-only and says why. */
  static async open(options: JournalOptions): Promise<Journal> {
    const storage = new Storage()
    if (options.locked !== null) storage.close('locked', options.locked)
    return new Journal(options, await openFile(options, storage), storage)
  }

  #closed = false

  private constructor(options: JournalOptions, opened: OpenedFile, storage: Storage) {
    this.#opened = opened
    this.#register = opened.register
    this.#storage = storage
    const { file, tip } = opened
    this.#windows = new Windows(() => file)
    if (!file || !storage.writable) {
      this.#writer = this.#sealing = null
      return
    }
    const sealing = new Sealing(options, opened.id, tip, storage)
    const writer = new Writer(
      file,
      tip,
      storage,
      ({ record, place }) => {
        this.#register.add(record, place)
        this.#recent.put(place, record)
      },
      options.still ?? (() => Promise.resolve(true)),
    )
    this.#sealing = sealing
    this.#writer = writer
  }

  get head(): JournalHead {
    const { seq, hash } = this.#writer?.tip ?? this.#opened.tip
    return { id: this.#opened.id, seq, hash }
  }

  /** What was found at the start. */
  get notices(): readonly JournalNotice[] {
    return this.#opened.notices
  }

  get storage(): StorageState {
    return this.#storage.state
  }

  /** Throws a FailureError `read-only-…` while nothing can be written. */
  assertWritable(): void {
    if (!this.#storage.writable) throw this.#storage.refusal()
  }

  onStorage(listener: (state: StorageState) => void): void {
    this.#storage.onChange(listener)
  }

  /**
   * Answers when the records are on the disk, one an entry, in the entries' order. An entry whose opId is there already
   * answers the record that is there. Throws a FailureError `read-only-…` where they could not be written.
   */
  async append(client: string, entries: readonly Entry[]): Promise<JournalRecord[]> {
    const fresh = new Map<string, Entry>()
    for (const entry of entries) {
      if (!this.has(entry.opId) && !this.#underWay.has(entry.opId)) fresh.set(entry.opId, entry)
    }
    if (fresh.size > 0) {
      const writing = this.#write(client, [...fresh.values()])
      for (const opId of fresh.keys()) this.#underWay.set(opId, writing)
    }
    try {
      return await Promise.all(entries.map((entry) => this.#answer(entry.opId)))
    } finally {
      for (const opId of fresh.keys()) this.#underWay.delete(opId)
    }
  }

  /** The version's records, in order. */
  ofVersion(version: string): Promise<JournalRecord[]> {
    return this.#readAll(this.#register.ofVersion(version))
  }

  /** seq of the version's last record, 0 where it has none. */
  lastOf(version: string): number {
    return this.#register.lastOf(version)
  }

  has(opId: string): boolean {
    return this.#register.operation(opId) !== null
  }

  /** Records with a number above `seq`, in order, at most `limit`; fewer where they weigh much, none only at the end. */
  after(seq: number, limit: number): Promise<JournalRecord[]> {
    return this.#readAll(this.#register.after(seq, limit, PAGE_BYTES))
  }

  /** Writes out what waits, says how far it came, and lets go of the files. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#writer?.idle()
    if (this.#writer) await this.#sealing?.close(this.#writer.tip)
    await this.#opened.file?.close()
  }

  async #answer(opId: string): Promise<JournalRecord> {
    const written = (await this.#underWay.get(opId))?.get(opId)
    if (written) return written
    const place = this.#register.operation(opId)
    if (!place) throw new Error(`The operation ${opId} was written but is not registered`)
    return this.#read(place)
  }

  async #write(client: string, entries: readonly Entry[]): Promise<Map<string, JournalRecord>> {
    if (this.#closed) throw new FailureError('closed', '清样正在关闭', 'The app is closing')
    if (!this.#writer || !this.#storage.writable) throw this.#storage.refusal()
    const written = await this.#writer.append(client, entries)
    this.#sealing?.passed(this.#writer.tip)
    return new Map(written.map(({ record }) => [record.opId, record]))
  }

  async #readAll(places: readonly Place[]): Promise<JournalRecord[]> {
    const records: JournalRecord[] = []
    for (const place of places) records.push(await this.#read(place))
    return records
  }

  async #read(place: Place): Promise<JournalRecord> {
    const held = this.#recent.get(place)
    if (held) return held
    let line = { kind: 'bad' } as Line
    const isWhole = (bytes: Uint8Array): boolean => (line = decodeLine(bytes)).kind === 'record'
    const { start, end } = place
    const bytes = await this.#windows.read(start, end - start, isWhole)
    if (line.kind !== 'record') line = decodeLine(bytes)
    if (line.kind === 'record') {
      this.#recent.put(place, line.record)
      return line.record
    }
    throw new FailureError(
      'journal-damaged',
      '一条记录读不出来\uFF1A磁盘上的记录文件在打开之后损坏',
      'A record cannot be read: the journal on the disk was damaged after it was opened',
    )
  }
}
