import type { Page } from '../blocks/page'
import { sameness } from './fold'
import { NumberMap } from './number-map'

/** How many of a folder's documents of one site hold a line. */
export interface Census {
  /** normalised line (`sameness`) → number of documents that hold it; a line that is not there is in one */
  readonly counts: ReadonlyMap<string, number>
  /** documents counted */
  readonly total: number
}

/** A longer line is a paragraph: it recurs only where a story does. In UTF-16 code units of the line. */
export const LONGEST = 400
/** Documents that hold a line, of one more at least, before it says anything of the site. */
export const LEAST = 3

/** The page's distinct lines, normalised: what one document adds to its site's census. */
export const lines = (page: Page): Set<string> => linesAmong(page.blocks.map(({ text }) => text))

/** As `lines`, of the texts of a document's blocks. */
export const linesAmong = (texts: Iterable<string>): Set<string> => {
  const found = new Set<string>()
  for (const text of texts) {
    const line = lineOf(text)
    if (line !== '') found.add(line)
  }
  return found
}

/** A block's text as a census counts it; '' where it does not. */
export const lineOf = (text: string): string => (text.length > LONGEST ? '' : sameness(text))

/** Whether so many documents of a site hold a line that it may say something of the site. */
export const recurs = (count: number, total: number): boolean => count >= LEAST && total > LEAST

/** Counts the lines of a site's documents as they come and go. Lines are known by a number each (`keyOf`). */
export class LineCounts {
  readonly #counts = new NumberMap()
  #total = 0

  /** documents counted */
  get total(): number {
    return this.#total
  }

  /** @param keys of one document's distinct lines */
  add(keys: Iterable<number>): void {
    this.#total++
    for (const key of keys) this.#counts.set(key, this.of(key) + 1)
  }

  /** Takes a document back that was added. */
  remove(keys: Iterable<number>): void {
    this.#total--
    for (const key of keys) {
      const left = this.of(key) - 1
      if (left > 0) this.#counts.set(key, left)
      else this.#counts.delete(key)
    }
  }

  /** How many documents hold a line. */
  of(key: number): number {
    return this.#counts.get(key) ?? 0
  }

  /** What a document of the site has to know, by its lines: those that others hold too. */
  census(own: Iterable<string>): Census {
    const counts = new Map<string, number>()
    for (const line of own) {
      const count = this.of(keyOf(line))
      if (count > 1) counts.set(line, count)
    }
    return { counts, total: this.#total }
  }
}

/**
 * A line's number: 53 bits, so that among ten million lines the chance of two with one number is one in two hundred.
 * cyrb53 by bryc (public domain), without its seed.
 */
export const keyOf = (line: string): number => {
  let high = 0x41c6ce57
  let low = 0xdeadbeef
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return 2 ** 32 * (high & 0x1fffff) + (low >>> 0)
}
