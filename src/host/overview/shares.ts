import type { Row } from '../../contract/contract'
import type { Overview, Share } from '../../contract/overview'
import { blockCount, blockOf, fateOf, type Page } from '../search/page'

const BANDS = 10
const MOST_OUTLIERS = 12
/** A site with fewer articles has nothing that is usual there: the folder's median holds. */
const ENOUGH = 3

type Counted = Omit<Share, 'usual'>

/** Which share of its characters each article lost. */
export class Shares {
  readonly #shares: Counted[] = []

  count({ id, title, site }: Row, page: Page): void {
    let removed = 0
    let total = 0
    for (let index = 0; index < blockCount(page); index++) {
      const { length } = blockOf(page, index).text
      total += length
      if (fateOf(page, index) === 'removed') removed += length
    }
    if (total > 0) this.#shares.push({ id, title, site, removed, total })
  }

  told(): Overview['shares'] {
    const histogram = Array<number>(BANDS).fill(0)
    for (const share of this.#shares) {
      const band = Math.min(BANDS - 1, Math.floor(partOf(share) * BANDS))
      histogram[band] = (histogram[band] ?? 0) + 1
    }
    return { median: medianOf(this.#shares), histogram, outliers: this.#outliers() }
  }

  #outliers(): Share[] {
    const all = medianOf(this.#shares)
    const sites = new Map<string | null, Counted[]>()
    for (const share of this.#shares) {
      const own = sites.get(share.site)
      if (own) own.push(share)
      else sites.set(share.site, [share])
    }
    const usual = new Map([...sites].map(([site, own]) => [site, own.length < ENOUGH ? all : medianOf(own)]))
    const told = this.#shares.map((share) => ({ ...share, usual: usual.get(share.site) ?? all }))
    const off = (share: Share): number => Math.abs(partOf(share) - share.usual)
    return told.sort((a, b) => off(b) - off(a)).slice(0, MOST_OUTLIERS)
  }
}

const partOf = ({ removed, total }: Counted): number => removed / total

function medianOf(shares: readonly Counted[]): number {
  const parts = shares.map(partOf).sort((a, b) => a - b)
  const middle = parts.length >> 1
  if (parts.length === 0) return 0
  return parts.length % 2 === 1
    ? (parts[middle] as number)
    : ((parts[middle - 1] as number) + (parts[middle] as number)) / 2
}
