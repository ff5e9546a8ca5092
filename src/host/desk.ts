import { join, resolve } from 'node:path'
import type { ExportForm, FolderState, Hello, Host, HostKind, Opened, Row } from '../contract/contract'
import { FailureError } from '../contract/failure'
import type { CleaningRules } from '../review/cleaning'
import { ENGINE_VERSION } from '../engine/index'
import { encodingOf } from '../engine/source/encodings'
import { Announcer } from './desk/announcer'
import { Exports } from './desk/exporting'
import { Folder, type FolderServices } from './desk/folder/folder'
import { House } from './desk/house'
import { openJournal, type OwnJournal } from './desk/reviews/own-journal'
import { answerRequest, type Answers } from './desk/requests'
import { linesUnder, reclean } from './desk/rejudging/recleaning'
import { readable, Reviews } from './desk/reviews/reviews'
import { writeRuleFile } from './desk/rule-file'
import { folderAt, folderOf, recentFolders } from './desk/folder/places'
import { furnish } from './desk/services'
import { readSettings, remember } from './desk/settings'
import { told } from './desk/reviews/telling'
import { systemDisk, type Disk } from './journal/disk'
import { overview } from './overview/overview'
import { Search } from './search/search'

export interface DeskOptions {
  readonly host: HostKind
  /** the app's data folder, made where it is not there */
  readonly data: string
  /** of the app */
  readonly version: string
  readonly locale: string
  readonly platform: string
  /** opened at the start; undefined or null for the one opened last */
  readonly folder?: string | null
  /** the folder of the samples: opened where it stands, never written to */
  readonly samples: string
  /** the built analysis worker */
  readonly worker: URL
  /** where exports go unless another place is chosen; `exports` in the data folder unless told */
  readonly exports?: string
  readonly dialogs?: Dialogs
  /** where the journal and the sources are written; the system's own unless told */
  readonly disk?: Disk
}

export interface Dialogs {
  chooseFolder(): Promise<string | null>
  chooseDestination(form: ExportForm): Promise<string | null>
}

/**
 * The host: answers the whole contract. It comes up whatever it finds on the disk; what it cannot write it says by its
 * storage state.
 */
export async function createDesk(options: DeskOptions): Promise<Host> {
  const own = await openJournal(options.data, options.disk ?? systemDisk)
  const desk = new Desk(options, own, await House.open(own.journal))
  await desk.begin()
  return {
    request: (name, argument) => answerRequest(desk.answers, name, argument),
    onNews: (listener) => desk.announcer.listen(listener),
    close: () => desk.close(),
  }
}

class Desk {
  readonly announcer = new Announcer()
  readonly #options: DeskOptions
  readonly #own: OwnJournal
  readonly #house: House
  readonly #with: FolderServices
  readonly #reviews: Reviews
  readonly #exports: Exports
  readonly #search: Search
  readonly #exportsFolder: string
  #folder: Folder | null = null
  /** folders are opened and closed one after the other */
  #moving: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | null = null

  constructor(options: DeskOptions, own: OwnJournal, house: House) {
    this.#options = options
    this.#own = own
    this.#house = house
    const { announcer } = this
    const { journal } = own
    this.#with = furnish(options, journal, house, announcer)
    const { rows, pages } = this.#with
    // Which version stands for a file was answered, or the answer was taken back.
    const answered = (id: string): void => void this.#folder?.again(id).catch(() => undefined)
    const worked: Folder['workedOn'] = (records) => this.#folder?.workedOn(records)
    const cleaned = (before: CleaningRules): void =>
      this.#folder?.doubt(reclean(before, house.cleaning, { journal, rows, pages }))
    this.#reviews = new Reviews({ ...this.#with, answered, cleaned, worked })
    this.#search = new Search(this.#with)
    this.#exportsFolder = options.exports ?? join(options.data, 'exports')
    this.#exports = new Exports(this.#with, this.#exportsFolder, `Qingyang ${options.version}`)
    journal.onStorage((storage) => announcer.tell({ kind: 'storage', storage }))
  }

  /** Opens the folder asked for, else the one opened last. Rows follow. */
  async begin(): Promise<void> {
    const { folder, data } = this.#options
    const root = folder ?? (await readSettings(data)).folder
    if (root !== null) await this.#open(root, false)
  }

  readonly answers: Answers = {
    hello: () => this.#hello(),
    chooseFolder: async () => {
      const root = await this.#dialogs.chooseFolder()
      return root === null ? null : this.#openThere(root)
    },
    openFolder: ({ path }) => this.#openThere(path),
    openDropped: async ({ paths }) => this.#open(await folderOf(paths), false),
    recentFolders: async () => recentFolders((await readSettings(this.#options.data)).recent),
    openSamples: () => this.#open(this.#options.samples, true),
    rows: ({ from, limit }) => ({ rows: this.#with.rows.page(from, limit), total: this.#with.rows.total }),
    document: ({ id }) => this.#document(id),
    version: ({ version }) => this.#reviews.version(version),
    search: (asked) => this.#search.look(asked),
    alike: (asked) => this.#search.alike(asked),
    backtest: (asked) => this.#search.backtest(asked),
    routine: (asked) => this.#search.routine(asked),
    append: async ({ client, entries }) => ({ records: await this.#reviews.append(client, entries) }),
    records: async ({ after, limit }) => {
      const { journal } = this.#own
      return { records: told(await journal.after(after, limit)), head: journal.head }
    },
    overview: () => overview(this.#with.rows, this.#with.pages, this.#search.unread()),
    ruleUses: () => ({ uses: { ...this.#with.asked.uses(), ...linesUnder(this.#house.cleaning, this.#with) } }),
    exportRules: () => writeRuleFile(this.#exportsFolder, this.#house.records),
    redecode: ({ id, encoding, by }) => this.#redecode(id, encoding, by),
    retry: ({ id }) => this.#retry(id),
    wake: () => {
      this.#folder?.wake()
      return null
    },
    chooseDestination: ({ form }) => this.#dialogs.chooseDestination(form),
    export: (order) => ({ id: this.#exports.start(order, this.#folder?.root ?? null) }),
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  get #dialogs(): Dialogs {
    const { dialogs } = this.#options
    if (dialogs) return dialogs
    throw new FailureError('no-dialogs', '此处没有系统对话框', 'There is no system dialog here')
  }

  #hello(): Hello {
    const { host, version, platform, locale, dialogs } = this.#options
    const { journal } = this.#own
    return {
      host,
      version,
      engine: ENGINE_VERSION,
      platform,
      locale,
      dialogs: dialogs !== undefined,
      folder: this.#folder?.state ?? null,
      journal: journal.head,
      notices: journal.notices,
      storage: journal.storage,
      exports: this.#exportsFolder,
      house: this.#house.records,
    }
  }

  async #openThere(path: string): Promise<FolderState> {
    return this.#open(await folderAt(path), false)
  }

  #open(path: string, samples: boolean): Promise<FolderState> {
    const opening = this.#moving.then(() => this.#move(resolve(path), samples))
    this.#moving = opening.catch(() => undefined)
    return opening
  }

  async #move(root: string, samples: boolean): Promise<FolderState> {
    const { data } = this.#options
    const { rows, documents, announcer, journal, checking, pages, recurrence } = this.#with
    if (this.#closing) throw new FailureError('closed', '清样正在关闭', 'The app is closing')
    if (this.#folder && this.#folder.root === root) {
      this.#folder.wake()
      return this.#folder.state
    }
    await this.#folder?.close()
    this.#folder = null
    await pages.leave(rows.versions(), this.#house.judges)
    rows.clear()
    recurrence.clear()
    documents.forgetReadings()
    checking.leaveFolder()
    // The rows come first: somebody waits for them.
    const opening = Folder.open({ root, samples, ignore: [data, this.#exportsFolder] }, this.#with)
    void pages.enter(root, this.#house.judges, opening).then(() => this.#folder?.countSoon())
    this.#folder = await opening
    announcer.tell({ kind: 'folder', folder: this.#folder.state })
    if (journal.storage.mode === 'ok') await remember(data, samples ? null : root).catch(() => undefined)
    return this.#folder.state
  }

  async #document(id: string): Promise<Opened> {
    const { rows } = this.#with
    // Somebody waits for it: it is read before the others.
    await this.#folder?.show(id)
    return this.#reviews.opened(readable(rows.get(id)))
  }

  async #redecode(id: string, encoding: string, by: string): Promise<Opened> {
    const { rows, documents } = this.#with
    const row = rows.get(id)
    const known = encodingOf(encoding)
    if (!known)
      throw new FailureError('no-encoding', `没有这种编码\uFF1A${encoding}`, `There is no such encoding: ${encoding}`)
    if (row?.version && !row.failure && !(await documents.isRecord(row.version))) {
      await this.#reviews.startAnew(row.version, id, await documents.decoded(row.version, known), by)
    } else await this.#folder?.again(id, known)
    return this.#reviews.opened(readable(rows.get(id)))
  }

  async #retry(id: string): Promise<Row> {
    await this.#folder?.again(id)
    const row = this.#with.rows.get(id)
    if (row) return row
    throw new FailureError('no-document', '没有这份稿件', 'There is no such document')
  }

  async #end(): Promise<void> {
    const { rows, checking, pool, pages } = this.#with
    this.#search.close()
    await this.#moving
    await this.#reviews.idle()
    const met = checking.close()
    // Analyses under way are given up: the next start makes them again.
    await Promise.all([pool.close(), met, this.#exports.close(), this.#folder?.close()])
    rows.flush()
    await pages.leave(rows.versions(), this.#house.judges)
    await this.#own.close()
  }
}
