import type { Row } from '../../contract/contract'
import { hitsIn, termsOf } from '../../contract/words'
import { NO_HITS, type Hits } from './hits'
import { Roll } from './roll'

export type Facet = 'all' | 'todo' | 'figures' | 'approved' | 'rejected' | 'failed'
export type Order = 'received' | 'title'

export const FACETS: readonly Facet[] = ['all', 'todo', 'figures', 'approved', 'rejected', 'failed']

/** Rows that arrive within this time are shown at once, in milliseconds. */
const GATHER = 60

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
  #facet = $state.raw<Facet>('all')
  #order = $state.raw<Order>('received')
  #search = $state.raw('')
  #hits = $state.raw(NO_HITS)
  #selected = $state.raw<string | null>(null)
  #timer: ReturnType<typeof setTimeout> | null = null
  #shown = $derived(this.#pick())
  #counts = $derived(countFacets(this.#rows))

  get rows(): readonly Row[] {
    return this.#rows
  }

  /** What the facet, the search and the order leave. */
  get shown(): readonly Row[] {
    return this.#shown
  }

  get facet(): Facet {
    return this.#facet
  }

  get order(): Order {
    return this.#order
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

  get counts(): Record<Facet, number> {
    return this.#counts
  }

  get tally(): Tally {
    const { approved, rejected, todo, failed, all } = this.#counts
    return { approved, rejected, todo, failed, total: all }
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

  narrow(facet: Facet): void {
    this.#facet = facet
  }

  sort(order: Order): void {
    this.#order = order
  }

  /** Narrows to rows that name the words, or in whose text they are found. */
  find(words: string): void {
    this.#search = words
    this.#hits = NO_HITS
  }

  match(hits: Hits): void {
    this.#hits = hits
  }

  /** Takes facet and search away. */
  showAll(): void {
    this.#facet = 'all'
    this.find('')
  }

  select(id: string | null): void {
    this.#selected = id
  }

  /** Forgets all rows: another folder was opened. */
  clear(): void {
    this.#known.clear()
    this.#selected = null
    this.#publish()
  }

  take(upsert: readonly Row[], gone: readonly string[]): void {
    this.#known.take(upsert, gone)
    this.#timer ??= setTimeout(() => this.#publish(), GATHER)
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
    this.#rows = this.#known.ordered()
  }

  #pick(): readonly Row[] {
    const terms = termsOf(this.#search)
    const hits = this.#hits
    const matches = (row: Row): boolean =>
      inFacet(row, this.#facet) &&
      (terms.length === 0 ||
        hits.has(row.id) ||
        hitsIn(`${row.title}\n${row.site ?? ''}\n${row.path}`, terms, 1).length > 0)
    const picked = this.#rows.filter(matches)
    if (this.#order === 'received') return picked
    const collator = new Intl.Collator('zh-CN', { numeric: true })
    return picked.sort((a, b) => collator.compare(a.title, b.title))
  }
}

export function inFacet(row: Row, facet: Facet): boolean {
  switch (facet) {
    case 'all':
      return true
    case 'todo':
      return row.status === 'open' || row.status === 'waiting'
    case 'figures':
      return row.status === 'open' && row.errors + row.queries > 0
    case 'approved':
    case 'rejected':
    case 'failed':
      return row.status === facet
  }
}

function countFacets(rows: readonly Row[]): Record<Facet, number> {
  const counts: Record<Facet, number> = { all: 0, todo: 0, figures: 0, approved: 0, rejected: 0, failed: 0 }
  for (const row of rows) for (const facet of FACETS) if (inFacet(row, facet)) counts[facet]++
  return counts
}
