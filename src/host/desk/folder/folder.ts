import { basename } from 'node:path'
import type { FolderState } from '../../../contract/contract'
import { FailureError } from '../../../contract/failure'
import type { AnalysisPool } from '../../analysis/pool'
import type { FoundFile } from '../../inbox/found-file'
import { Inbox } from '../../inbox/inbox'
import type { JournalRecord } from '../../../review/operation'
import type { Journal } from '../../journal/journal'
import type { Pages } from '../../search/pages'
import type { Sources } from '../../sources/sources'
import type { Announcer } from '../announcer'
import { Arrivals } from './arrivals'
import type { File } from './file'
import type { Asked } from '../checking/asked'
import type { Checking } from '../checking/checking'
import type { Documents } from '../reviews/documents'
import type { House } from '../house'
import { readKnown } from './known-files'
import { Lanes } from '../lanes'
import { Memory } from './memory'
import { partsOf } from './intake'
import { Recounts } from '../rejudging/recounts'
import type { Recurrence } from '../rejudging/recurrence'
import type { Rows } from './rows'
import { Shelf } from './shelf'
import type { Twins } from '../checking/twins'

export interface FolderServices {
  readonly data: string
  readonly journal: Journal
  readonly sources: Sources
  readonly documents: Documents
  readonly pool: AnalysisPool
  readonly checking: Checking
  readonly twins: Twins
  readonly pages: Pages
  readonly recurrence: Recurrence
  readonly rows: Rows
  readonly asked: Asked
  readonly house: House
  readonly announcer: Announcer
  readonly now: () => number
}

export interface FolderPlace {
  /** absolute */
  readonly root: string
  readonly samples: boolean
  /** folders below it that are left out */
  readonly ignore: readonly string[]
}

const FILES_AT_ONCE = 4
const STATE_MS = 100

/** The folder on the desk: what the inbox finds in it is read, analysed and put on the shelf. */
export class Folder {
  readonly #place: FolderPlace
  readonly #with: FolderServices
  readonly #inbox: Inbox
  readonly #arrivals: Arrivals
  readonly #shelf: Shelf
  readonly #memory: Memory
  readonly #lanes = new Lanes(FILES_AT_ONCE)
  readonly #recounts: Recounts
  #timer: NodeJS.Timeout | null = null
  #closed = false

  /** Rows known from before are there at once; the scan goes on behind. */
  static async open(place: FolderPlace, services: FolderServices): Promise<Folder> {
    const folder = new Folder(place, services)
    await folder.#begin()
    return folder
  }

  private constructor(place: FolderPlace, services: FolderServices) {
    this.#place = place
    this.#with = services
    this.#arrivals = new Arrivals(services.now)
    this.#shelf = new Shelf(place.root, this.#arrivals, services)
    this.#memory = new Memory(
      services.data,
      place.root,
      () => this.#shelf.known(),
      services.journal,
      () => services.house.judges,
    )
    this.#recounts = new Recounts({
      recurrence: services.recurrence,
      isRead: () => this.#arrivals.isRead,
      doubt: (ids) => this.doubt(ids),
    })
    this.#inbox = new Inbox({ root: place.root, ignore: place.ignore })
    this.#inbox.onState(() => this.#tellSoon())
    this.#inbox.onChange(({ found, ready, gone }) => {
      for (const file of found) this.#found(file)
      for (const file of ready) this.#ready(file)
      for (const file of gone) this.#gone(this.#arrivals.file(file.raw))
      this.#tellSoon()
      this.#recounts.soon()
    })
  }

  async #begin(): Promise<void> {
    const { data, house, asked } = this.#with
    const { judges } = house
    const seen = await readKnown(data, this.root, judges, (raw, known) => this.#shelf.restore(raw, known))
    if (seen) this.#arrivals.known()
    // A rule of cleaning came or went meanwhile.
    if (house.judges !== judges) this.#arrivals.doubt()
    asked.onChange(() => this.#memory.changed())
    void this.#inbox.start().then(() => this.#scanned())
  }

  get root(): string {
    return this.#place.root
  }

  get state(): FolderState {
    const { state, mode } = this.#inbox
    const { root, samples } = this.#place
    return { path: root, name: basename(root), state, mode, samples, ...this.#arrivals.counts }
  }

  /** Scans now: the window has come to the front. */
  wake(): void {
    this.#inbox.wake()
  }

  /** Reads and analyses a row's file again; `encoding` is one chosen by a person. Throws 'file-gone'. */
  async again(id: string, encoding?: string): Promise<void> {
    const file = this.#arrivals.ofRow(id)
    if (!file?.found) throw new FailureError('file-gone', '文件已不在文件夹里', 'The file is no longer in the folder')
    if (encoding !== undefined) file.encoding = encoding
    file.key = ''
    this.#lanes.drop(file.raw)
    await this.#take(file.found, true)
  }

  /**
   * Rows whose articles are to be judged anew: of what is held of them nothing is believed any more, and their files are
   * read again, nobody waiting for it.
   */
  doubt(ids: readonly string[]): void {
    for (const id of ids) this.#disbelieve(id)
    const files = new Set(ids.map((id) => this.#arrivals.ofRow(id)))
    for (const file of files) {
      const found = file?.found
      if (!file || !found) continue
      file.key = ''
      this.#lanes.add(file.raw, () => this.#take(found, false))
    }
    this.#changed()
  }

  /** Somebody is about to look at a row: what is to be read, or judged anew, of it is so at once. */
  async show(id: string): Promise<void> {
    const isStale = this.#recounts.look(id)
    if (isStale) this.#disbelieve(id)
    if (isStale || this.#with.rows.get(id)?.status === 'waiting') await this.again(id).catch(() => undefined)
    const version = this.#with.rows.get(id)?.version
    if (isStale && version && this.#with.journal.lastOf(version) === 0)
      this.#with.announcer.tell({ kind: 'rejudged', version })
  }

  /** Somebody worked on these: their rows say so, though their files may have gone or changed meanwhile. */
  workedOn(records: readonly JournalRecord[]): void {
    for (const { document, version } of records) this.#shelf.workedOn(document, version)
  }

  /** The lines of the folder's documents are to be counted, once nothing more is read. */
  countSoon(): void {
    this.#recounts.soon()
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#recounts.close()
    await Promise.all([this.#inbox.close(), this.#lanes.close()])
    await this.#with.checking.idle()
    this.#with.asked.onChange(() => undefined)
    await this.#memory.close()
  }

  #scanned(): void {
    if (this.#closed) return
    this.#arrivals.settled()
    if (this.#inbox.state !== 'gone') {
      for (const file of [...this.#arrivals.all]) if (!file.found) this.#gone(file)
    }
    this.#tellSoon()
    this.#recounts.soon()
    this.#with.pool.warm()
  }

  #found(found: FoundFile): void {
    const file = this.#arrivals.found(found)
    // What is found as it was known is nothing to write down.
    if (file.key !== found.key) this.#memory.changed()
    this.#shelf.found(file, found)
  }

  #ready(found: FoundFile): void {
    const file = this.#arrivals.file(found.raw)
    if (file?.key !== found.key || file.retry) this.#lanes.add(found.raw, () => this.#take(found, false))
  }

  #gone(file: File | null): void {
    if (!file) return
    this.#lanes.drop(file.raw)
    this.#memory.changed()
    this.#shelf.gone(file)
  }

  /**
   * Nothing is said of a file that changed meanwhile: the inbox tells of it again. Where a rule of cleaning came or went,
   * it is taken once more.
   */
  async #take(found: FoundFile, interactive: boolean): Promise<void> {
    const { house } = this.#with
    const rules = house.cleaning
    await this.#takeOnce(found, interactive, () => house.cleaning === rules)
    if (house.cleaning !== rules) await this.#take(found, interactive)
  }

  async #takeOnce(found: FoundFile, interactive: boolean, same: () => boolean): Promise<void> {
    const file = this.#arrivals.file(found.raw)
    const still = () => !this.#closed && file?.found === found && same()
    if (!file || !still()) return
    const read = await this.#inbox.read(found)
    if ('later' in read) return
    const cut = 'failure' in read ? read : await partsOf(read.bytes, file, interactive, this.#with.pool)
    if (!still()) return
    if ('failure' in cut) this.#shelf.fail(file, found, cut.failure)
    else await this.#shelf.take(file, found, cut.parts, interactive, still)
    this.#changed()
  }

  #changed(): void {
    this.#memory.changed()
    this.#tellSoon()
    this.#recounts.soon()
  }

  #disbelieve(id: string): void {
    const { rows, documents, pages, checking } = this.#with
    const version = rows.get(id)?.version
    if (version) for (const held of [documents, pages, checking]) held.doubt(version)
  }

  #tellSoon(): void {
    if (this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#with.announcer.tell({ kind: 'folder', folder: this.state })
    }, STATE_MS)
  }
}
