import { dirname } from 'node:path'
import { keyOf, LineCounts, lineOf, linesAmong, recurs, type Census } from '../../../engine/boilerplate/census'
import type { Journal } from '../../journal/journal'
import { blockCount, blockOf, type Page } from '../../search/page'
import type { Pages } from '../../search/pages'
import type { Rows } from '../folder/rows'

interface Services {
  readonly journal: Pick<Journal, 'lastOf'>
  readonly rows: Pick<Rows, 'all'>
  readonly pages: Pick<Pages, 'get'>
}

interface Counted {
  readonly site: LineCounts
  /** whose lines were counted */
  readonly page: Page
  /** of each block; NaN where a census does not count it */
  readonly keys: readonly number[]
}

/** Documents counted, or looked at, before others have their turn. */
const AT_ONCE = 100
const LOOKED_AT_ONCE = 1_000

/** Documents of one site count together; where it is not known, those of one folder do. */
export function siteOrFolder(site: string | null, path: string): string {
  return site === null ? `in ${dirname(path)}` : `of ${site}`
}

/**
 * How often the lines of the folder's documents recur among those of their site, counted from the pages. A document is
 * judged when it comes, before the others are known: it is judged anew where they show something of its lines.
 */
export class Recurrence {
  readonly #with: Services
  readonly #sites = new Map<string, LineCounts>()
  readonly #counted = new Map<string, Counted>()

  constructor(services: Services) {
    this.#with = services
  }

  /** Another folder is opened. */
  clear(): void {
    this.#sites.clear()
    this.#counted.clear()
  }

  /** What is known of a version's lines; null where it was not counted, or holds no line that another has. */
  of(version: string): Census | null {
    const counted = this.#counted.get(version)
    if (!counted) return null
    const census = counted.site.census(linesAmong(textsOf(counted.page)))
    return census.counts.size > 0 ? census : null
  }

  /**
   * Counts what came and forgets what went. Answers ids of rows to be judged anew: nobody worked on them, and they hold
   * a line that stands in the text, or is asked about, and recurs, which their verdicts do not know.
   *
   * @param still whether the folder is open; without it nothing is answered
   */
  async due(still: () => boolean): Promise<string[]> {
    await this.#count(still)
    const due: string[] = []
    let looked = 0
    for (const { id, version } of this.#with.rows.all()) {
      if (++looked % LOOKED_AT_ONCE === 0) await turn()
      if (!still()) return []
      if (version !== null && this.#with.journal.lastOf(version) === 0 && this.#isNews(version)) due.push(id)
    }
    return due
  }

  async #count(still: () => boolean): Promise<void> {
    const here = new Set<string>()
    let counted = 0
    let looked = 0
    for (const { version, site, path } of this.#with.rows.all()) {
      if (++looked % LOOKED_AT_ONCE === 0) await turn()
      if (!still()) return
      const page = version === null ? undefined : this.#with.pages.get(version)
      if (version === null || !page || here.has(version)) continue
      here.add(version)
      if (this.#counted.get(version)?.page.text === page.text) continue
      this.#forget(version)
      this.#add(version, siteOrFolder(site, path), page)
      if (++counted % AT_ONCE === 0) await turn()
    }
    for (const version of this.#counted.keys()) if (!here.has(version)) this.#forget(version)
  }

  #add(version: string, name: string, page: Page): void {
    const site = this.#sites.get(name) ?? new LineCounts()
    this.#sites.set(name, site)
    const keys = textsOf(page).map((text) => {
      const line = lineOf(text)
      return line === '' ? NaN : keyOf(line)
    })
    site.add(distinct(keys))
    this.#counted.set(version, { site, page, keys })
  }

  #forget(version: string): void {
    const counted = this.#counted.get(version)
    if (!counted) return
    counted.site.remove(distinct(counted.keys))
    this.#counted.delete(version)
  }

  #isNews(version: string): boolean {
    const counted = this.#counted.get(version)
    const page = this.#with.pages.get(version)
    if (!counted || !page || counted.page.text !== page.text) return false
    const { site, keys } = counted
    return keys.some((key, index) => {
      const isKnown = page.recurring[index] === 'r' || SETTLED.has(page.fates[index] ?? '')
      return !isKnown && recurs(site.of(key), site.total)
    })
  }
}

/** Letters of a page's fates: removed or lifted, and not asked about. */
const SETTLED = new Set(['r', 'l'])

function textsOf(page: Page): string[] {
  return Array.from({ length: blockCount(page) }, (_, index) => blockOf(page, index).text)
}

function distinct(keys: readonly number[]): Set<number> {
  const found = new Set(keys)
  found.delete(NaN)
  return found
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
