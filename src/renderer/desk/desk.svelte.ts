import type { Answer, Argument, Carrier, Failure, Hello, RequestName } from '../../contract/contract'
import type { Entry } from '../../review/operation'
import { Sync } from '../store/sync'
import { type Ahead, aheadOf } from './ahead'
import { Batch } from './many/batch.svelte'
import { batchOffice } from './many/batch-office'
import { bring } from './bring'
import type { Bulk } from './many/bulk.svelte'
import { bulkOf } from './many/bulk-office'
import { Dropping } from './dropping.svelte'
import { Exporting } from './exporting.svelte'
import { Find } from './proof/find.svelte'
import { askFolder, type FolderChoice } from './folder-choice'
import { Heading } from './heading/heading.svelte'
import { hear } from './hearing'
import { House } from './rules/house.svelte'
import { Inbox } from './queue/inbox.svelte'
import type { Language } from './settings/language.svelte'
import { type Learning, learningOf } from './rules/learning.svelte'
import { Layout } from './settings/layout.svelte'
import { Notes } from './notes.svelte'
import { officeOf } from './office'
import { OverviewPage } from './overview.svelte'
import { Panels } from './panels.svelte'
import { Picked } from './proof/picked.svelte'
import { Proof } from './proof/proof.svelte'
import { Queue } from './queue/queue.svelte'
import { Reviewer } from './settings/reviewer.svelte'
import { Routine } from './many/routine.svelte'
import { Saving } from './saving.svelte'
import { Search } from './queue/search.svelte'
import { settings } from './settings/settings.svelte'
import { Settling } from './settling'
import { Shown } from './shown.svelte'
import { Stages } from './settings/stages.svelte'
import { Superseding } from './proof/superseding.svelte'

/** An unsent entry is tried again this often, in milliseconds. */
const RETRY = 5000

/** Everything the window shows, and what can be done from it. */
export class Desk {
  readonly language: Language
  readonly queue = new Queue()
  readonly saving = new Saving()
  readonly reviewer: Reviewer
  readonly notes = new Notes()
  readonly panels = new Panels()
  readonly stages = new Stages()
  readonly layout = new Layout()
  readonly find = new Find()
  readonly heading: Heading
  readonly picked = new Picked()
  readonly dropping = new Dropping()
  readonly search: Search
  readonly exporting: Exporting
  readonly bulk: Bulk
  readonly batch: Batch
  readonly inbox: Inbox
  readonly house: House
  readonly learning: Learning
  readonly routine: Routine
  readonly overview = new OverviewPage(() => this.ask('overview', null))
  readonly settling = new Settling(this)
  readonly superseding: Superseding
  readonly ahead: Ahead
  readonly #shown = new Shown()
  readonly #carrier: Carrier
  readonly #sync: Sync
  #hello = $state.raw<Hello | null>(null)
  /** what kept the last thing asked of the host from happening */
  #failure = $state.raw<Failure | null>(null)

  constructor(carrier: Carrier, language: Language) {
    this.#carrier = carrier
    this.language = language
    this.reviewer = new Reviewer(() => language.t('reviewer.default'))
    this.heading = new Heading(language, this.notes)
    this.exporting = new Exporting(this)
    this.search = new Search(this.queue, (argument) => carrier.request('search', argument))
    this.#sync = new Sync(carrier, {
      acknowledged: (records) => {
        this.saving.acknowledged(records.map(({ opId }) => opId))
        this.house.take(records)
        this.ahead.hear({ kind: 'records', records })
        this.#shown.tell({ kind: 'records', records })
      },
      refused: (entries, failure, kept) => this.#refused(entries, failure, kept),
    })
    this.ahead = aheadOf(this, carrier)
    this.bulk = bulkOf(this, carrier, this.#sync)
    this.superseding = new Superseding(this, officeOf(this, this.#sync))
    this.batch = new Batch(batchOffice(this, carrier, this.#sync))
    this.inbox = new Inbox(this.queue, this.#sync, {
      ask: (from, limit) => this.ask('rows', { from, limit }),
      leave: () => (this.#close(), this.ahead.clear()),
      resume: (id) => void (this.queue.selected === null && this.open(id)),
    })
    this.house = new House(officeOf(this, this.#sync), () => this.ask('ruleUses', null))
    this.learning = learningOf(this, carrier)
    this.routine = new Routine((argument) => carrier.request('routine', argument))
    carrier.onNews((news) =>
      hear(news, { desk: this, shown: this.#shown, sync: this.#sync, retry: () => this.#retry() }),
    )
    carrier.onLink((up) => void this.#link(up))
  }

  get hello(): Hello | null {
    return this.#hello
  }

  get folder(): Inbox['folder'] {
    return this.inbox.folder
  }

  get failure(): Failure | null {
    return this.#failure
  }

  get proof(): Proof | null {
    return this.#shown.proof
  }

  /** id of the row that is being opened */
  get opening(): string | null {
    return this.#shown.opening?.id ?? null
  }

  async start(): Promise<void> {
    const hello = await this.#greet()
    if (hello === null) return
    setInterval(() => void this.#retry(), RETRY)
    await this.inbox.load()
  }

  /** Asks the host; a refusal becomes `failure` and null. */
  async ask<K extends RequestName>(name: K, argument: Argument<K>): Promise<Answer<K> | null> {
    const reply = await this.#carrier.request(name, argument)
    this.#failure = reply.ok ? null : reply.failure
    return reply.ok ? reply.value : null
  }

  async openFolder(how: FolderChoice): Promise<void> {
    const folder = await askFolder(this, how)
    if (folder !== null) await this.inbox.enter(folder)
  }

  /** Back to the start screen, to open another folder. */
  leaveFolder(): void {
    this.#close()
    this.overview.show(false)
    this.inbox.set(null)
  }

  /** Takes facets and search away. */
  showAll(): void {
    this.inbox.showAll()
    this.search.find('')
  }

  /** Puts a row's document on the desk. */
  async open(id: string): Promise<void> {
    this.#close()
    this.inbox.select(id)
    if (this.queue.hits.has(id)) this.find.follow(this.queue.search)
    const row = this.queue.row(id)
    if (row === undefined || row.version === null || row.status === 'failed') return
    await bring(row, { desk: this, shown: this.#shown, sync: this.#sync })
  }

  async openBeside(step: 1 | -1): Promise<void> {
    const row = this.queue.beside(step)
    if (row !== null) await this.open(row.id)
  }

  async retry(id: string): Promise<void> {
    const row = await this.ask('retry', { id })
    if (row === null) return
    this.queue.takeNow([row])
    if (this.queue.selected === id) await this.open(id)
  }

  async redecode(encoding: string): Promise<void> {
    const id = this.queue.selected
    if (id === null) return
    this.heading.left()
    this.proof?.flush()
    const opened = await this.ask('redecode', { id, encoding, by: this.reviewer.name })
    if (opened === null) return
    this.queue.takeNow([opened.row])
    if (this.queue.selected === id) this.#shown.put(new Proof(officeOf(this, this.#sync), opened, []))
  }

  /** For `pagehide`: what was typed is told, and the database is closed. */
  leave(): void {
    this.heading.left()
    this.proof?.flush(true)
    this.ahead.clear()
    this.#sync.close()
  }

  #close(): void {
    this.heading.left()
    this.proof?.flush()
    this.#shown.put(null)
    this.panels.askReason(null)
    this.#failure = null
  }

  /** The next document there is something to do about; none clears the desk. */
  async openNext(): Promise<void> {
    const next = this.queue.nextToDo(this.reviewer.name)
    if (next !== null) return this.open(next.id)
    this.#close()
    this.inbox.select(null)
  }

  #refused(entries: readonly Entry[], failure: Failure, kept: boolean): void {
    const opIds = entries.map(({ opId }) => opId)
    this.saving.refused(opIds, failure, kept)
    if (kept) return
    this.proof?.giveUp(opIds)
    this.house.giveUp(opIds)
    this.notes.say(failure)
  }

  async #link(up: boolean): Promise<void> {
    this.saving.setLink(up)
    this.ahead.clear()
    if (!up || this.#hello === null) return
    const hello = await this.#greet()
    if (hello !== null) await this.inbox.list()
  }

  /** Hears how the host is, and brings the view and the journal together. */
  async #greet(): Promise<Hello | null> {
    const hello = await this.ask('hello', null)
    if (hello === null) return null
    // At once: what the host tells of the folder while the view is opened is newer than this.
    if (this.#hello === null || this.folder !== null) this.inbox.set(hello.folder)
    this.#hello = hello
    this.house.take(hello.house)
    this.saving.setStorage(hello.storage)
    settings.sit(this.house, () => this.saving.storage.mode === 'ok')
    this.saving.setView(await this.#sync.start(hello.journal))
    return hello
  }

  async #retry(): Promise<void> {
    const { state } = this.saving
    if (this.saving.waiting > 0 && (state === 'failed' || state === 'read-only')) await this.#sync.replay()
  }
}
