import type { Page } from '../blocks/page'
import { sameness } from './fold'

/** How many of a folder's documents of one site hold a line. */
export interface Census {
  /** normalised line (`sameness`) → number of documents that hold it */
  readonly counts: ReadonlyMap<string, number>
  /** documents counted */
  readonly total: number
}

/** A longer line is a paragraph: it recurs only where a story does. */
export const LONGEST = 400

/** The page's distinct lines, normalised: what one document adds to its site's census. */
export const lines = (page: Page): Set<string> => {
  const found = new Set<string>()
  for (const block of page.blocks) {
    if (block.text.length > LONGEST) continue
    const line = sameness(block.text)
    if (line !== '') found.add(line)
  }
  return found
}

export const takeCensus = (documents: Iterable<ReadonlySet<string>>): Census => {
  const counts = new Map<string, number>()
  let total = 0
  for (const document of documents) {
    total += 1
    for (const line of document) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return { counts, total }
}
