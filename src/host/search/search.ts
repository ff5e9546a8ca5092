import type { Answer, Argument, Row } from '../../contract/contract'
import type { AlikeLine, SearchHit } from '../../contract/texts'
import { termsOf } from '../../contract/words'
import { sinceBase, type Documents } from '../desk/documents'
import { mapWide } from '../desk/lanes'
import type { Rows } from '../desk/rows'
import type { Journal } from '../journal/journal'
import { plain } from '../../review/shape'
import { alikeIn, takesDecisions } from './alike'
import { lookIn } from './look'
import { pageOf, type Page } from './page'
import type { Pages } from './pages'

/** One answer takes no longer than this, in milliseconds, and holds no more hits: the next is asked for. */
const PORTION_MS = 20
const PORTION_HITS = 200
/** Documents between two looks at the clock. */
const STRIDE = 32
const FILL_AT_ONCE = 2

interface Scanned<T> {
  readonly found: readonly T[]
  readonly next: number | null
  readonly total: number
  readonly unread: number
}

interface Services {
  readonly rows: Rows
  readonly pages: Pages
  readonly documents: Documents
  readonly journal: Journal
}

/**
 * Looks through the original and the cleaned text of every row: a plain scan, portion by portion. Nothing goes on that is
 * not asked for, so a search is given up by asking no further.
 */
export class Search {
  readonly #with: Services
  #filling = false
  #closed = false

  constructor(services: Services) {
    this.#with = services
  }

  look({ words, from }: Argument<'search'>): Answer<'search'> {
    const terms = termsOf(words)
    const { found, ...where } = this.#scan(terms.length === 0 ? null : from, ({ id }, page): SearchHit[] => {
      const hit = lookIn(page, terms)
      return hit ? [{ id, ...hit }] : []
    })
    return { hits: found, ...where }
  }

  alike({ line, shape, fate, from }: Argument<'alike'>): Answer<'alike'> {
    const sought = { line: plain(line), shape, fate }
    const { found, ...where } = this.#scan(sought.line === '' ? null : from, (row, page): AlikeLine[] => {
      const { id, version } = row
      if (version === null || !takesDecisions(row) || this.#with.rows.ofVersion(version)[0]?.id !== id) return []
      return alikeIn(page, sought, row.site).map((each) => ({ id, version, ...each }))
    })
    return { lines: found, ...where }
  }

  /** Goes through the rows from one on for a moment; null for none of them. */
  #scan<T>(from: number | null, find: (row: Row, page: Page) => readonly T[]): Scanned<T> {
    const { rows, pages } = this.#with
    const all = rows.page(0, rows.total)
    const found: T[] = []
    const end = performance.now() + PORTION_MS
    let at = from ?? all.length
    for (let seen = 1; at < all.length && found.length < PORTION_HITS; at++, seen++) {
      if (seen % STRIDE === 0 && performance.now() > end) break
      const row = all[at] as Row
      const page = row.version === null ? undefined : pages.get(row.version)
      if (page !== undefined) found.push(...find(row, page))
    }
    return { found, next: at < all.length ? at : null, total: all.length, unread: this.unread() }
  }

  /** Rows whose text is not at hand; it is read meanwhile. */
  unread(): number {
    const missing = [...this.#with.rows.all()].filter((row) => isMissing(row, this.#with.pages))
    if (missing.length > 0) void this.#fill(missing)
    return missing.length
  }

  close(): void {
    this.#closed = true
  }

  /** Judges again what no page is known of, in the background: a folder saved by an earlier release, or a page that got lost. */
  async #fill(missing: readonly Row[]): Promise<void> {
    if (this.#filling || this.#with.pages.full) return
    this.#filling = true
    const { pages, documents, journal, rows } = this.#with
    let room = true
    await mapWide(missing, FILL_AT_ONCE, async ({ id, version }) => {
      if (this.#closed || !room || version === null || rows.get(id)?.version !== version) return
      const records = await journal.ofVersion(version)
      const draft = await documents.glance(version, records).catch(() => null)
      if (draft) room = pages.put(version, pageOf(draft, sinceBase(records), records.at(-1)?.seq ?? 0))
    }).finally(() => (this.#filling = false))
  }
}

function isMissing({ version, status }: Row, pages: Pages): boolean {
  return version !== null && status !== 'failed' && pages.get(version) === undefined
}
