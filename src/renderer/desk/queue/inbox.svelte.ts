import type { Answer, FolderState, Row } from '../../../contract/contract'
import type { Sync } from '../../store/sync'
import { keep, kept } from '../../store/view'
import { filterFrom, NO_FILTER, type Filter } from './facets'
import type { Queue } from './queue.svelte'

const PAGE = 1000
/** Rows the next start shows before the host answers: more than a window is high. The host has them all. */
const KEPT = 500
/** They are looked at again so long after rows arrived, in milliseconds. */
const BATCH = 1000

/** What an inbox has of the desk. */
interface Office {
  ask(from: number, limit: number): Promise<Answer<'rows'> | null>
  /** before another folder is opened */
  leave(): void
  /** the row that was open when the folder was left, where it is still in sight */
  resume(id: string): void
}

/** The open folder, and how its rows come into the queue. */
export class Inbox {
  readonly #queue: Queue
  readonly #sync: Sync
  readonly #desk: Office
  /** what the view has of the folder's rows */
  #kept: readonly Row[] = []
  #keptOf = ''
  #folder = $state.raw<FolderState | null>(null)
  #listing = $state.raw(true)
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(queue: Queue, sync: Sync, desk: Office) {
    this.#queue = queue
    this.#sync = sync
    this.#desk = desk
  }

  get folder(): FolderState | null {
    return this.#folder
  }

  /** the first rows are on their way */
  get listing(): boolean {
    return this.#listing
  }

  /** Opens a folder. */
  async enter(folder: FolderState): Promise<void> {
    if (folder.path === this.#folder?.path) return this.set(folder)
    this.#desk.leave()
    this.set(folder)
    await this.load()
  }

  /** Goes where another window opened another folder; at the start screen it stays. */
  async follow(folder: FolderState | null): Promise<void> {
    if (this.#folder === null) return
    if (folder === null) this.set(null)
    else await this.enter(folder)
  }

  /** The first rows of the folder's last visit at once, then the host's. */
  async load(): Promise<void> {
    if (this.#folder === null) return
    this.#listing = true
    const { path } = this.#folder
    this.#queue.takeNow(await this.#sync.rows(path))
    this.#queue.narrow(filterFrom(await kept(this.#sync.view, path, 'filter')))
    await this.list()
    this.#listing = false
    const place = await kept(this.#sync.view, path, 'place')
    if (this.#folder?.path === path && this.#queue.shown.some(({ id }) => id === place))
      this.#desk.resume(place as string)
  }

  /** The folder's state as the host tells it; another folder's rows are not these. */
  set(folder: FolderState | null): void {
    if (folder?.path !== this.#folder?.path) this.#queue.clear()
    this.#folder = folder
  }

  take(upsert: readonly Row[], gone: readonly string[]): void {
    this.#queue.take(upsert, gone)
    this.#timer ??= setTimeout(() => void this.#keep(), BATCH)
  }

  /** Chooses facets. The folder has them again when it is opened the next time. */
  narrow(facets: Partial<Filter>): void {
    this.#queue.narrow(facets)
    if (this.#folder !== null) void keep(this.#sync.view, this.#folder.path, 'filter', this.#queue.filter)
  }

  /** Stands at a row, null for none. The folder is left with it, and entered with it the next time. */
  select(id: string | null): void {
    this.#queue.select(id)
    if (this.#folder !== null) void keep(this.#sync.view, this.#folder.path, 'place', id)
  }

  /** Takes the facets away, and leaves the search. */
  widen(): void {
    this.narrow(NO_FILTER)
  }

  /** All rows again: no facet, no search. */
  showAll(): void {
    this.narrow(NO_FILTER)
    this.#queue.showAll()
  }

  /** Asks for all rows, a page at a time; rows the host no longer has leave the queue. */
  async list(): Promise<void> {
    const path = this.#folder?.path
    const rows: Row[] = []
    for (;;) {
      const page = await this.#desk.ask(rows.length, PAGE)
      if (page === null || path === undefined || this.#folder?.path !== path) return
      // The first ones are there at once.
      if (rows.length === 0) this.#queue.takeNow(page.rows)
      else this.#queue.take(page.rows, [])
      rows.push(...page.rows)
      if (page.rows.length === 0 || rows.length >= page.total) break
    }
    this.#queue.keepOnly(rows)
    await this.#keep()
  }

  async #keep(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const path = this.#folder?.path
    const first = this.#queue.rows.slice(0, KEPT)
    const same = first.length === this.#kept.length && first.every((row, at) => row === this.#kept[at])
    if (path === undefined || same) return
    const before = this.#keptOf === path ? this.#kept : []
    this.#kept = first
    this.#keptOf = path
    await this.#sync.keepRows(path, first, before)
  }
}
