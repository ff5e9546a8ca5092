import type { Carrier, Failure, JournalHead, Row } from '../../contract/contract'
import type { Entry, JournalRecord } from '../../review/operation'
import { fill, lackOf } from './comparing'
import { Given } from './given'
import { Outgoing } from './outgoing'
import { inPortions } from './portions'
import { adoptName, currentName, dropOldViews, freshName, openView, type View } from './view'

const OPEN_LIMIT = 5000

/** How the view stood when it was compared with the journal. */
export type Comparison = 'equal' | 'caught-up' | 'rebuilt' | 'no-view'

export interface SyncEvents {
  /** entries the host holds on disk now */
  acknowledged(records: readonly JournalRecord[]): void
  /** the host did not take these; they stay in the outbox when `kept` */
  refused(entries: readonly Entry[], failure: Failure, kept: boolean): void
}

/** Entries of one append when the outbox is replayed; the contract takes more. */
const PORTION = 500

/** Failures after which an entry can never be taken: it is dropped from the outbox and shown. */
const FINAL = new Set(['refused', 'bad-argument', 'no-document', 'too-large'])
/** One of several entries was refused: none was taken. */
const TOGETHER = 'refused-together'

/**
 * Keeps the view and the journal alike. The journal is the truth; the outbox is what it does not have yet. All
 * methods answer only once what they say has happened.
 */
export class Sync {
  readonly #carrier: Carrier
  readonly #events: SyncEvents
  readonly client: string
  #view: View | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #given = new Given()
  readonly #outgoing = new Outgoing()
  /** the put into the outbox that was begun last */
  #putting: PromiseLike<unknown> | undefined

  constructor(carrier: Carrier, events: SyncEvents, client: string = crypto.randomUUID()) {
    this.#carrier = carrier
    this.#events = events
    this.client = client
  }

  get view(): View | null {
    return this.#view
  }

  /** Opens the view, replays the outbox, then compares with the journal and mends the view where they differ. */
  async start(head: JournalHead): Promise<Comparison> {
    this.#view ??= (await openView(currentName(), OPEN_LIMIT)) ?? (await this.#openAnother())
    if (this.#view === null) return 'no-view'
    await this.replay(false)
    const comparison = await this.#inTurn(() => this.#compare(head))
    void dropOldViews(Date.now())
    return comparison
  }

  /** The first rows of a folder as the window last knew them; none when the view holds another folder's. */
  async rows(folder: string): Promise<Row[]> {
    if (this.#view === null) return []
    const held = await this.#view.about.get('folder')
    return held?.value === folder ? this.#view.documents.orderBy('received').toArray() : []
  }

  /** Keeps these in place of those kept `before`, where it is known which these are. */
  async keepRows(folder: string, rows: readonly Row[], before: readonly Row[] = []): Promise<void> {
    const view = this.#view
    if (view === null) return
    await view.transaction('rw', view.documents, view.about, async () => {
      // The view may have been made anew since.
      const known = new Set((await view.documents.count()) === before.length ? before : [])
      const ids = new Set(rows.map(({ id }) => id))
      if (known.size === 0) await view.documents.clear()
      await view.documents.bulkDelete(before.flatMap(({ id }) => (ids.has(id) ? [] : [id])))
      await view.documents.bulkPut(rows.filter((row) => !known.has(row)))
      await view.about.put({ key: 'folder', value: folder })
    })
  }

  /** Puts the entry into the outbox and sends it, side by side. */
  async send(entry: Entry): Promise<void> {
    const put = (this.#putting = this.#view?.outbox.put(entry).catch(() => undefined))
    this.#outgoing.add(entry)
    await this.#inTurn(async () => void (this.#outgoing.take(entry) && (await this.#append([entry], put))))
  }

  /**
   * Sends what no host has acknowledged, in the order it was made.
   * @param keep whether the records go into the view: not before it has all that came earlier
   */
  async replay(keep = true): Promise<void> {
    await this.#inTurn(async () => {
      const waiting = await this.waiting()
      for (let from = 0; from < waiting.length; from += PORTION) {
        await this.#replayed(waiting.slice(from, from + PORTION), keep)
      }
    })
  }

  /**
   * Puts many entries into the outbox at once and sends them portion by portion. Neither waits for the view: what the
   * journal acknowledged is written there, and leaves the outbox, once all are sent. Sent again after a crash in between,
   * it is there already.
   *
   * @param told how many are answered; once it answers true the others are not sent, and leave the outbox
   * @returns those that were not refused: the journal has them, or will
   */
  async sendMany(entries: readonly Entry[], portion: number, told: (sent: number) => boolean): Promise<Entry[]> {
    const put = Promise.resolve((this.#putting = this.#view?.outbox.bulkPut([...entries]).catch(() => undefined)))
    return this.#inTurn(async () => {
      this.#given.hold()
      const settled: Entry[] = []
      try {
        const { made, left } = await inPortions(entries, portion, (some) => this.#portion(some, put, settled), told)
        settled.push(...left)
        return made
      } finally {
        void this.#inTurn(() => put.then(() => this.#settle(settled)))
        // What is not written there when the window goes away, it fetches at the next start.
        void this.#given.release(this.#view).catch(() => undefined)
      }
    })
  }

  /** One of many portions. What is acknowledged joins those that leave the outbox at the end. */
  async #portion(entries: readonly Entry[], put: Promise<unknown>, settled: Entry[]): Promise<readonly Entry[]> {
    const reply = await this.#carrier.request('append', { client: this.client, entries })
    if (!reply.ok) return this.#notTaken(entries, reply.failure, true, put)
    this.#events.acknowledged(reply.value.records)
    void this.keep(reply.value.records)
    settled.push(...entries)
    return entries
  }

  /** Answers those not refused. */
  async #replayed(entries: readonly Entry[], keep: boolean): Promise<readonly Entry[]> {
    const reply = await this.#carrier.request('append', { client: this.client, entries })
    if (!reply.ok) return this.#notTaken(entries, reply.failure, keep)
    await this.#acknowledged(entries, reply.value.records, undefined, keep)
    return entries
  }

  /** An append is all or none: where one entry spoils a portion, each is sent alone, so that only that one is lost. */
  async #notTaken(
    entries: readonly Entry[],
    failure: Failure,
    keep: boolean,
    put?: Promise<unknown>,
  ): Promise<readonly Entry[]> {
    if (failure.code !== TOGETHER && !FINAL.has(failure.code)) {
      this.#events.refused(entries, failure, true)
      return entries
    }
    const taken: Entry[] = []
    for (const entry of entries) if (await this.#append([entry], put, keep)) taken.push(entry)
    return taken
  }

  /** Entries no host has acknowledged, in the order they were made. */
  async waiting(): Promise<Entry[]> {
    return (await this.#view?.outbox.orderBy('ts').toArray()) ?? []
  }

  /** Records the host told of: this window's or another's. */
  async keep(records: readonly JournalRecord[]): Promise<void> {
    if (this.#view !== null) await this.#given.put(this.#view, records)
  }

  /**
   * For `pagehide`: what waits for its turn is sent now, in its order. What is on its way into the outbox gets there before
   * the database is closed, for an open one can hang the next page.
   */
  close(): void {
    const rest = this.#outgoing.rest()
    if (rest.length > 0) void this.#append(rest, undefined).catch(() => undefined)
    const close = (): void => this.#view?.close({ disableAutoOpen: false })
    if (this.#putting === undefined) close()
    else void this.#putting.then(close)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** Answers whether they were taken, or wait to be. */
  async #append(entries: readonly Entry[], put: Promise<unknown> | undefined, keep = true): Promise<boolean> {
    const reply = await this.#carrier.request('append', { client: this.client, entries })
    if (!reply.ok) {
      const kept = !FINAL.has(reply.failure.code)
      await put
      if (!kept) await this.#settle(entries)
      this.#events.refused(entries, reply.failure, kept)
      return kept
    }
    await this.#acknowledged(entries, reply.value.records, put, keep)
    return true
  }

  async #acknowledged(
    entries: readonly Entry[],
    records: readonly JournalRecord[],
    put: Promise<unknown> | undefined,
    keep: boolean,
  ): Promise<void> {
    this.#events.acknowledged(records)
    await put
    if (this.#putting === put) this.#putting = undefined
    const kept = keep ? this.keep(records) : undefined
    await Promise.all([kept, this.#settle(entries)])
  }

  async #settle(entries: readonly Entry[]): Promise<void> {
    await this.#view?.outbox.bulkDelete(entries.map((entry) => entry.opId))
  }

  async #openAnother(): Promise<View | null> {
    const name = freshName(Date.now())
    const view = await openView(name, OPEN_LIMIT)
    if (view !== null) adoptName(name, Date.now())
    return view
  }

  async #compare(head: JournalHead): Promise<Comparison> {
    const view = this.#view
    if (view === null) return 'no-view'
    const { lacks, now } = await lackOf(view, this.#carrier, head)
    if (lacks === 'all') return this.#rebuild(now)
    if (lacks === 'nothing') return 'equal'
    await fill(view, this.#carrier, now, lacks)
    return 'caught-up'
  }

  /** Under a new name: the damaged view stays for seven days. What the outbox still holds moves along. */
  async #rebuild(head: JournalHead): Promise<Comparison> {
    const old = this.#view
    const name = freshName(Date.now())
    const view = await openView(name, OPEN_LIMIT)
    if (view === null) return 'no-view'
    await fill(view, this.#carrier, head, 0)
    const unsent = (await old?.outbox.toArray()) ?? []
    await view.outbox.bulkPut(unsent)
    old?.close()
    this.#view = view
    this.#given = new Given()
    adoptName(name, Date.now())
    return 'rebuilt'
  }
}
