import type { Row } from '../../../contract/contract'
import { hitsIn, termsOf } from '../../../contract/words'
import { hasStatus, narrowed, NO_FILTER, type Counts, type Filter } from './facets'
import { NO_HITS, type Hits } from './hits'
import { Marks } from './marks.svelte'
import { Roll } from './roll'
import { settings } from '../settings/settings.svelte'
import { orderFrom, sorted, type Order } from './sorting'

const ORDER = 'order'
/** Rows that arrive within this time are shown at once, in milliseconds; in long queues they gather for longer. */
const GATHER = 60
/** To show them takes one part in so many of the time at most. */
const SHARE = 8

export interface Tally {
  readonly approved: number
  readonly rejected: number
  readonly todo: number
  readonly failed: number
  readonly total: number
}

/** The rows of the open folder, as the host last told them. */
export class Queue {
  readonly #known = new Roll()
  #rows = $state.raw<readonly Row[]>([])
  readonly marks = new Marks()
  #filter = $state.raw(NO_FILTER)
  #search = $state.raw('')
  #hits = $state.raw(NO_HITS)
  #selected = $state.raw<string | null>(null)
  #timer: ReturnType<typeof setTimeout> | null = null
  #gather = GATHER
  /** what the search leaves */
  #found = $derived.by(() => this.#find())
  #narrowed = $derived(narrowed(this.#found, this.#filter))
  #shown = $derived(sorted(this.#narrowed.rows, this.order))
  #tally = $derived.by(() => tallyOf(this.#rows))

  get rows(): readonly Row[] {
    return this.#rows
  }

  /** What the facets and the search leave, in order. */
  get shown(): readonly Row[] {
    return this.#shown
  }

  get filter(): Filter {
    return this.#filter
  }

  /** of all rows that the search leaves, as the facets stand */
  get counts(): Counts {
    return this.#narrowed.counts
  }

  get narrows(): boolean {
    const { status, site, flag, day } = this.#filter
    return status !== 'all' || site !== null || flag !== null || day !== null
  }

  get order(): Order {
    return orderFrom(settings.of(ORDER))
  }

  get search(): string {
    return this.#search
  }

  /** What the host found in the texts, by row. */
  get hits(): Hits {
    return this.#hits
  }

  get selected(): string | null {
    return this.#selected
  }

  get tally(): Tally {
    return this.#tally
  }

  /** The marked rows that are in sight: what is done to all of them is done to no other. */
  get marked(): readonly Row[] {
    return this.marks.size === 0 ? [] : this.#shown.filter(({ id }) => this.marks.has(id))
  }

  /** Where the selected row stands in `shown`, -1 when it is not there. */
  get position(): number {
    return this.#shown.findIndex((row) => row.id === this.#selected)
  }

  /** The selected row, as it was last told. */
  get chosen(): Row | null {
    const id = this.#selected
    // Reading the rows makes this follow the news.
    return id === null || this.#rows.length === 0 ? null : (this.#known.get(id) ?? null)
  }

  row(id: string): Row | undefined {
    return this.#known.get(id)
  }

  narrow(facets: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...facets }
  }

  /** It holds for this desk, whatever folder is open. */
  sort(order: Order): void {
    settings.set(ORDER, order === 'received' ? null : order)
  }

  /** Narrows to rows that name the words, or in whose text they are found. */
  find(words: string): void {
    this.#search = words
    this.#hits = NO_HITS
  }

  match(hits: Hits): void {
    this.#hits = hits
  }

  /** Takes facets and search away. */
  showAll(): void {
    this.#filter = NO_FILTER
    this.find('')
  }

  select(id: string | null): void {
    this.#selected = id
    this.marks.clear()
  }

  /** Forgets all rows: another folder was opened. */
  clear(): void {
    this.#known.clear()
    this.#filter = NO_FILTER
    this.select(null)
    this.#publish()
  }

  take(upsert: readonly Row[], gone: readonly string[]): void {
    this.#known.take(upsert, gone)
    this.#timer ??= setTimeout(() => this.#publish(), this.#gather)
  }

  /** As `take`, and shown at once. */
  takeNow(upsert: readonly Row[]): void {
    this.#known.take(upsert, [])
    this.#publish()
  }

  /** Forgets rows that are not among these. */
  keepOnly(rows: readonly Row[]): void {
    this.#known.keepOnly(rows)
    this.#publish()
  }

  /** The row `step` places from the selected one among those shown, or null at either end. */
  beside(step: 1 | -1): Row | null {
    const at = this.position
    return this.#shown[at < 0 ? 0 : at + step] ?? null
  }

  /**
   * The next row that waits for this reviewer, after the selected one and then from the top; null when all is done. What
   * they signed waits for somebody else.
   */
  nextToDo(reviewer: string): Row | null {
    const at = this.position
    const after = [...this.#shown.slice(at + 1), ...this.#shown.slice(0, Math.max(at, 0))]
    const isOpen = ({ id, status, signed }: Row): boolean =>
      status === 'open' && id !== this.#selected && signed.every(({ by }) => by !== reviewer)
    return after.find(isOpen) ?? this.#rows.find(isOpen) ?? null
  }

  #publish(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const began = performance.now()
    this.#rows = this.#known.ordered()
    // What hangs on them is counted here, for it takes most of the time.
    void this.#narrowed
    this.#gather = Math.max(GATHER, (performance.now() - began) * SHARE)
  }

  #find(): readonly Row[] {
    const terms = termsOf(this.#search)
    if (terms.length === 0) return this.#rows
    const hits = this.#hits
    const names = ({ title, site, path }: Row): boolean =>
      hitsIn(`${title}\n${site ?? ''}\n${path}`, terms, 1).length > 0
    return this.#rows.filter((row) => hits.has(row.id) || names(row))
  }
}

function tallyOf(rows: readonly Row[]): Tally {
  const tally = { approved: 0, rejected: 0, todo: 0, failed: 0, total: rows.length }
  for (const row of rows) {
    for (const status of ['approved', 'rejected', 'todo', 'failed'] as const)
      if (hasStatus(row, status)) tally[status]++
  }
  return tally
}
