import type { Row } from '../../contract/contract'
import type { SiteFurniture } from '../../contract/overview'
import { plain } from '../../review/shape'
import { blockCount, blockOf, fateOf, type Page } from '../search/page'

/** Of a line, in UTF-16 code units: what is longer begins alike and is the same to a reader. */
const MOST_SHOWN = 80
const MOST_LINES = 8
/** Different lines held of a site. What is not held by then comes once: it is not frequent. */
const MOST_HELD = 20_000

interface OfSite {
  documents: number
  lines: number
  readonly counts: Map<string, number>
}

/** The lines removed of each site's articles, as the reviews stand. */
export class Furniture {
  readonly #sites = new Map<string | null, OfSite>()

  count({ site }: Row, page: Page): void {
    const of = this.#sites.get(site) ?? { documents: 0, lines: 0, counts: new Map<string, number>() }
    this.#sites.set(site, of)
    of.documents++
    for (let index = 0; index < blockCount(page); index++) {
      if (fateOf(page, index) !== 'removed') continue
      of.lines++
      const line = plain(blockOf(page, index).text).slice(0, MOST_SHOWN)
      if (line !== '' && (of.counts.has(line) || of.counts.size < MOST_HELD))
        of.counts.set(line, (of.counts.get(line) ?? 0) + 1)
    }
  }

  /** Most removed lines first. */
  bySite(): SiteFurniture[] {
    return [...this.#sites]
      .map(([site, { documents, lines, counts }]) => ({ site, documents, lines, frequent: frequentIn(counts) }))
      .filter(({ lines }) => lines > 0)
      .sort((a, b) => b.lines - a.lines)
  }
}

function frequentIn(counts: ReadonlyMap<string, number>): SiteFurniture['frequent'] {
  return [...counts]
    .map(([line, count]) => ({ line, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_LINES)
}
