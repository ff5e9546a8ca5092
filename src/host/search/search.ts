import type { Answer, Argument, Row } from '../../contract/contract'
import type { AlikeLine, JudgedRemoval, RoutineArticle, SearchHit, TriedLine } from '../../contract/texts'
import { termsOf } from '../../contract/words'
import { cueName } from '../cue-names'
import { newestBase, sinceBase, type Documents } from '../desk/reviews/documents'
import { mapWide } from '../desk/lanes'
import type { Rows } from '../desk/folder/rows'
import type { Journal } from '../journal/journal'
import { judge } from '../../review/fold'
import type { Judged } from '../../review/review'
import { plain } from '../../review/shape'
import { alikeIn, takesDecisions } from './alike'
import { mayHold, triedIn } from './backtest'
import { lookIn } from './look'
import { pageOf, type Page } from './page'
import type { Pages } from './pages'
import { restOf } from './rest'
import { judgedRemovals, routineOf } from './routine'

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
  #unread = 0
  #closed = false

  constructor(services: Services) {
    this.#with = services
  }

  async look({ words, from }: Argument<'search'>): Promise<Answer<'search'>> {
    const terms = termsOf(words)
    const { found, ...where } = await this.#scan(terms.length === 0 ? null : from, ({ id }, page): SearchHit[] => {
      const hit = lookIn(page, terms)
      return hit ? [{ id, ...hit }] : []
    })
    return { hits: found, ...where }
  }

  async alike({ line, shape, fate, from }: Argument<'alike'>): Promise<Answer<'alike'>> {
    const sought = { line: plain(line), shape, fate }
    const { found, ...where } = await this.#scan(sought.line === '' ? null : from, (row, page): AlikeLine[] => {
      const { id, version } = row
      if (version === null || !takesDecisions(row) || !this.#isFirst(row)) return []
      return alikeIn(page, sought, row.site).map((each) => ({ id, version, ...each }))
    })
    return { lines: found, ...where }
  }

  async backtest({ from, ...rule }: Argument<'backtest'>): Promise<Answer<'backtest'>> {
    const { found, ...where } = await this.#scan(from, async (row, page): Promise<TriedLine[]> => {
      const { id, version, site } = row
      if (version === null || site !== rule.site || !mayHold(page, rule) || !this.#isFirst(row)) return []
      return triedIn(page, rule, await this.#judged(version)).map((each) => ({ id, version, ...each }))
    })
    return { lines: found, ...where }
  }

  async routine({ from }: Argument<'routine'>): Promise<Answer<'routine'>> {
    const judged: JudgedRemoval[] = []
    const { found, ...where } = await this.#scan(from, async (row, page): Promise<RoutineArticle[]> => {
      if (row.version === null || row.missing || !this.#isFirst(row)) return []
      const review = await this.#judged(row.version)
      if (review) judged.push(...judgedRemovals(review))
      const article = routineOf(row, page, review)
      return article ? [article] : []
    })
    const cues = [...judged.map(({ cue }) => cue), ...found.flatMap(({ lines }) => lines.map(({ cue }) => cue))]
    return {
      articles: found,
      judged,
      names: Object.fromEntries([...new Set(cues)].map((cue) => [cue, cueName(cue)])),
      ...where,
    }
  }

  /** Of the rows of one content. */
  #isFirst({ id, version }: Row): boolean {
    return version !== null && this.#with.rows.ofVersion(version)[0]?.id === id
  }

  /** The review of a version as far as it hangs on verdicts; null where nobody worked on it. */
  async #judged(version: string): Promise<Judged | null> {
    const { journal } = this.#with
    if (journal.lastOf(version) === 0) return null
    const records = await journal.ofVersion(version).catch(() => [])
    const base = newestBase(records)
    return base && judge(base.op.draft, records)
  }

  /** Goes through the rows from one on for a moment; null for none of them. */
  async #scan<T>(
    from: number | null,
    find: (row: Row, page: Page) => readonly T[] | Promise<readonly T[]>,
  ): Promise<Scanned<T>> {
    const { rows, pages } = this.#with
    const all = rows.page(0, rows.total)
    const found: T[] = []
    const end = performance.now() + PORTION_MS
    let at = from ?? all.length
    for (let seen = 1; at < all.length && found.length < PORTION_HITS; at++, seen++) {
      if (seen % STRIDE === 0 && performance.now() > end) break
      const row = all[at] as Row
      const page = row.version === null ? undefined : pages.get(row.version)
      const hits = page === undefined ? [] : find(row, page)
      found.push(...(hits instanceof Promise ? await hits : hits))
    }
    // To count them among a hundred thousand takes as long as a portion: where there was none, once a scan.
    const unread = from !== null && from > 0 && this.#unread === 0 ? 0 : this.unread()
    return { found, next: at < all.length ? at : null, total: all.length, unread }
  }

  /** Rows whose text is not at hand; it is read meanwhile. */
  unread(): number {
    const missing = [...this.#with.rows.all()].filter((row) => isMissing(row, this.#with.pages))
    if (missing.length > 0) void this.#fill(missing)
    return (this.#unread = missing.length)
  }

  close(): void {
    this.#closed = true
  }

  /** Judges again what no page is known of, in the background: a folder saved by an earlier release, or a page that got lost. */
  async #fill(missing: readonly Row[]): Promise<void> {
    if (this.#filling || this.#with.pages.full || this.#with.pages.reading) return
    this.#filling = true
    const { pages, documents, journal, rows } = this.#with
    let room = true
    await mapWide(missing, FILL_AT_ONCE, async ({ id, version }) => {
      if (this.#closed || !room || version === null || rows.get(id)?.version !== version) return
      const records = await journal.ofVersion(version)
      const draft = await documents.glance(version, records).catch(() => null)
      const live = sinceBase(records)
      if (draft) room = pages.put(version, pageOf(draft, live, records.at(-1)?.seq ?? 0), restOf(draft, live))
    }).finally(() => (this.#filling = false))
  }
}

function isMissing({ version, status }: Row, pages: Pages): boolean {
  return version !== null && status !== 'failed' && pages.get(version) === undefined
}
